package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.contract.SchemaRules.Violation;
import io.github.servicelinkage.conformance.message.Text;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Judges JSON by a schema of the contract, and attributes each violation to the requirement that covers it.
 *
 * <p>A missing member belongs to the requirement for {@code required}; null to the one for the member's type, or else to the
 * general one, if there is one; anything else to the requirement for the keyword, or else to the one that covers the member.
 */
final class SchemaJudge {
    private static final List<String> MAIN = List.of("enum", "format", "maxLength", "type", "required", "minLength");

    private static final int MOST_MISSPELT = 10;

    private final Contract contract;
    private final Catalogue catalogue;
    private final Optional<String> nullRequirement;
    /** Which requirements cover keywords at a place: the same is asked at every response. */
    private final Map<Map.Entry<String, List<String>>, Set<String>> covering = new ConcurrentHashMap<>();

    private final Map<JsonNode, Map<String, List<Violation>>> judged = new IdentityHashMap<>();

    SchemaJudge(Contract contract, Catalogue catalogue, Optional<String> nullRequirement) {
        this.contract = contract;
        this.catalogue = catalogue;
        this.nullRequirement = nullRequirement;
    }

    /** Ids of the requirements that a schema, with everything in it, is covered by. */
    Set<String> requirements(String schema) {
        Set<String> ids = new LinkedHashSet<>();
        collect(schema, ids);
        nullRequirement.ifPresent(ids::add);
        return ids;
    }

    /**
     * Whether JSON has what a requirement is about: for a member that has to be there the object around it, for anything else the
     * member itself.
     */
    boolean concerns(String requirement, String schema, JsonNode json) {
        if (contract.at(schema).isMissingNode()) {
            return false;
        }
        if (json.isArray()) {
            String items = resolve(schema + "/items");
            return !json.isEmpty() && isCovered(requirement, items, List.of("type"))
                    || stream(json).anyMatch(entry -> concerns(requirement, items, entry));
        }
        return json.isObject()
                && (nullRequirement.filter(requirement::equals).isPresent()
                        || members(schema).stream().anyMatch(name -> concernsMember(requirement, schema, name, json)));
    }

    private boolean concernsMember(String requirement, String schema, String name, JsonNode json) {
        String property = schema + "/properties/" + name;
        return isCovered(requirement, property, List.of("required"))
                || json.has(name)
                        && (isCovered(requirement, property, MAIN)
                                || concerns(requirement, resolve(property), json.get(name)));
    }

    private boolean isCovered(String requirement, String pointer, List<String> keywords) {
        return covering.computeIfAbsent(Map.entry(pointer, keywords), place -> covering(pointer, keywords))
                .contains(requirement);
    }

    private Set<String> covering(String pointer, List<String> keywords) {
        return keywords.stream()
                .flatMap(keyword -> catalogue.covering(pointer, keyword).stream())
                .map(Requirement::id)
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Names of the members that a schema documents at its top. */
    Set<String> members(String schema) {
        Set<String> names = new LinkedHashSet<>();
        contract.at(schema + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether JSON keeps a requirement. */
    Finding judge(String requirement, String schema, JsonNode json) {
        return violations(schema, json).stream()
                .filter(violation ->
                        blamed(violation).filter(requirement::equals).isPresent())
                .map(violation -> Finding.broken(words(violation)))
                .findFirst()
                .orElse(Finding.HOLDS);
    }

    /** Names in JSON that a schema does not document but that look like one that it does. */
    void misspelt(String schema, JsonNode json, Set<String> found) {
        if (contract.at(schema).isMissingNode()) {
            return;
        }
        if (json.isArray()) {
            String items = resolve(schema + "/items");
            json.forEach(entry -> misspelt(items, entry, found));
            return;
        }
        Set<String> documented = members(schema);
        json.properties().forEach(field -> {
            if (documented.contains(field.getKey())) {
                misspelt(resolve(schema + "/properties/" + field.getKey()), field.getValue(), found);
            } else if (found.size() < MOST_MISSPELT
                    && documented.stream().anyMatch(name -> !json.has(name) && alike(name, field.getKey()))) {
                found.add(field.getKey());
            }
        });
    }

    /** Several requirements look at the same response, which is validated once. */
    private synchronized List<Violation> violations(String schema, JsonNode json) {
        return judged.computeIfAbsent(json, key -> new HashMap<>())
                .computeIfAbsent(schema, key -> contract.schemas().judge(schema, json));
    }

    private void collect(String schema, Set<String> ids) {
        contract.at(schema + "/properties").fieldNames().forEachRemaining(name -> {
            String property = schema + "/properties/" + name;
            MAIN.forEach(keyword ->
                    catalogue.covering(property, keyword).map(Requirement::id).ifPresent(ids::add));
            String resolved = resolve(property);
            if (contract.at(resolved).has("items")) {
                String items = resolve(resolved + "/items");
                catalogue.covering(items, "type").map(Requirement::id).ifPresent(ids::add);
                collect(items, ids);
            } else {
                collect(resolved, ids);
            }
        });
    }

    private Optional<String> blamed(Violation violation) {
        if (violation.keyword().equals("required")) {
            return catalogue
                    .covering(violation.schema() + "/properties/" + violation.property(), "required")
                    .map(Requirement::id);
        }
        Optional<String> exact =
                catalogue.covering(violation.schema(), violation.keyword()).map(Requirement::id);
        if (violation.isNull() && violation.keyword().equals("type")) {
            return exact.or(() -> nullRequirement).or(() -> main(violation.schema()));
        }
        return violation.isNull() ? Optional.empty() : exact.or(() -> main(violation.schema()));
    }

    private Optional<String> main(String schema) {
        return MAIN.stream()
                .flatMap(keyword -> catalogue.covering(schema, keyword).stream())
                .map(Requirement::id)
                .findFirst();
    }

    private Text words(Violation violation) {
        String place = violation.instance().isEmpty() ? "$" : violation.instance();
        if (violation.keyword().equals("required")) {
            return Text.of("%s에 %s 없음", "%s has no %s", place, violation.property());
        }
        JsonNode limit = contract.at(violation.schema()).path(violation.keyword());
        return Text.of("%s: %s %s 어김", "%s breaks %s: %s", place, violation.keyword(), limit);
    }

    private String resolve(String pointer) {
        return contract.resolve(pointer);
    }

    private static boolean alike(String name, String other) {
        String a = name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
        String b = other.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
        return a.equals(b) || Math.abs(a.length() - b.length()) <= 2 && distance(a, b) <= (a.length() > 5 ? 2 : 1);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
