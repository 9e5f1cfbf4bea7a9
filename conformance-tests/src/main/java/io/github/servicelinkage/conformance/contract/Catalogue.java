package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.message.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requirement catalogue. Immutable. */
public final class Catalogue {
    private static final String FILE = "/service-linkage/requirements.yaml";

    private final Map<String, Requirement> byId = new LinkedHashMap<>();
    private final Map<String, Text> families = new LinkedHashMap<>();
    private final Map<String, Text> remedies = new LinkedHashMap<>();
    private final Map<String, Requirement> byConstraint = new LinkedHashMap<>();

    private Catalogue(Contract contract, InputStream in) throws IOException {
        ObjectMapper yaml = new YAMLMapper();
        JsonNode file = yaml.readTree(in);
        file.path("families")
                .properties()
                .forEach(family -> families.put(family.getKey(), yaml.convertValue(family.getValue(), Text.class)));
        file.path("remedies")
                .properties()
                .forEach(remedy -> remedies.put(remedy.getKey(), yaml.convertValue(remedy.getValue(), Text.class)));
        for (JsonNode node : file.path("requirements")) {
            Requirement read = yaml.convertValue(node, Requirement.class);
            Requirement requirement = read.withText(filled(contract, read));
            byId.put(requirement.id(), requirement);
            if (requirement.constraint() != null) {
                requirement
                        .source()
                        .pointers()
                        .forEach(pointer -> byConstraint.put(key(pointer, requirement.constraint()), requirement));
            }
        }
    }

    /** The catalogue that is packed with the suite, its texts filled from the contract. */
    public static Catalogue load(Contract contract) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The requirement catalogue is missing from the class path: " + FILE);
            }
            return new Catalogue(contract, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every requirement, in the order of the catalogue. */
    public List<Requirement> requirements() {
        return List.copyOf(byId.values());
    }

    /** The requirement of an id. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The requirement of an id that must exist. */
    public Requirement get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No requirement has the id " + id));
    }

    /** The requirement that covers a keyword of the schema at a pointer. */
    public Optional<Requirement> covering(String pointer, String keyword) {
        return Optional.ofNullable(byConstraint.get(key(pointer, keyword)));
    }

    /** The name of a clause family. */
    public Text family(String name) {
        return families.getOrDefault(name, Text.same(name));
    }

    /** How a gateway that breaks a requirement is usually mended. */
    public Text remedy(Requirement requirement) {
        return remedies.getOrDefault(requirement.family(), Text.NONE);
    }

    /** The names of the clause families, in the order of the catalogue. */
    public List<String> families() {
        return List.copyOf(families.keySet());
    }

    private static Text filled(Contract contract, Requirement requirement) {
        if (requirement.constraint() == null || requirement.source().pointers().isEmpty()) {
            return requirement.text();
        }
        JsonNode value = contract.at(requirement.source().pointers().get(0)).path(requirement.constraint());
        String words = value.isArray() ? joined(value) : value.asText();
        return requirement.text().map(text -> text.replace("{value}", words));
    }

    private static String joined(JsonNode values) {
        StringBuilder words = new StringBuilder();
        values.forEach(value -> words.append(words.length() == 0 ? "" : ", ").append(value.asText()));
        return words.toString();
    }

    private static String key(String pointer, String keyword) {
        return pointer + " " + keyword;
    }
}
