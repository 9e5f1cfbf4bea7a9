package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files of the catalogue, and puts in place of each id what it stands for. */
final class CatalogueFiles {
    private static final List<String> NAMES = List.of("requirements.yaml", "decisions.yaml", "sources.yaml");
    private static final Pattern ERROR_NAME = Pattern.compile("\\{([A-Z]\\w+)}");
    private static final ObjectMapper YAML = new YAMLMapper();

    private final JsonNode requirements = read(NAMES.get(0));
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Publication> sources = new LinkedHashMap<>();
    private final Map<String, Reference> references = new LinkedHashMap<>();

    CatalogueFiles() {
        for (JsonNode decision : read(NAMES.get(1)).path("decisions")) {
            decisions.put(decision.path("id").asText(), YAML.convertValue(decision, Decision.class));
        }
        for (JsonNode node : read(NAMES.get(2)).path("sources")) {
            Publication source = YAML.convertValue(node, Publication.class);
            sources.put(source.id(), source);
            references.put(source.id(), Reference.toWhole(source));
            node.path("sections")
                    .properties()
                    .forEach(section -> references.put(
                            source.id() + "#" + section.getKey(), Reference.toPage(source, text(section.getValue()))));
        }
    }

    String version() {
        return requirements.path("version").asText();
    }

    String sha256() {
        return PackedFile.sha256(NAMES);
    }

    List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    List<Publication> sources() {
        return List.copyOf(sources.values());
    }

    /** The texts of a member of the catalogue, by the names of families. */
    Map<String, Text> texts(String member) {
        Map<String, Text> texts = new LinkedHashMap<>();
        requirements.path(member).properties().forEach(entry -> texts.put(entry.getKey(), text(entry.getValue())));
        return texts;
    }

    /** The requirements, their texts filled with the values of the contract. */
    List<Requirement> requirements(Contract contract) {
        Map<String, Text> remedies = texts("remedies");
        List<Requirement> read = new ArrayList<>();
        for (JsonNode node : requirements.path("requirements")) {
            JsonNode source = node.path("source");
            List<String> spec = strings(source.path("spec"));
            String constraint = node.path("constraint").textValue();
            read.add(new Requirement(
                    node.path("id").asText(),
                    Level.valueOf(node.path("level").asText()),
                    node.path("kind").asText(),
                    filled(text(node.path("text")), contract, spec, constraint),
                    new Requirement.Source(
                            strings(source.path("references")).stream()
                                    .map(this::reference)
                                    .toList(),
                            strings(source.path("decisions")).stream()
                                    .map(id -> known(decisions, id))
                                    .toList(),
                            spec),
                    constraint,
                    node.path("binds").asText("gateway"),
                    node.has("untested") ? text(node.path("untested")) : null,
                    node.has("remedy")
                            ? text(node.path("remedy"))
                            : remedies.getOrDefault(
                                    Requirement.family(node.path("id").asText()), Text.NONE)));
        }
        return read;
    }

    private Reference reference(String reference) {
        String[] parts = reference.split("#");
        Publication source = known(sources, parts[0]);
        return source.isRfc() && parts.length > 1 ? Reference.toNumber(source, parts[1]) : known(references, reference);
    }

    private static <T> T known(Map<String, T> all, String id) {
        T found = all.get(id);
        if (found == null) {
            throw new IllegalStateException("The requirement catalogue refers to " + id + ", which is not there");
        }
        return found;
    }

    private static Text filled(Text text, Contract contract, List<String> spec, @Nullable String constraint) {
        if (constraint == null || spec.isEmpty()) {
            return text.map(line -> ERROR_NAME
                    .matcher(line)
                    .replaceAll(name -> contract.errorCode(name.group(1)).toString()));
        }
        JsonNode value = contract.at(spec.get(0)).path(constraint);
        String words = value.isArray() ? String.join(", ", strings(value)) : value.asText();
        return text.map(line -> line.replace("{value}", words));
    }

    private static Text text(JsonNode node) {
        return YAML.convertValue(node, Text.class);
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(entry.asText()));
        return strings;
    }

    private static JsonNode read(String name) {
        return PackedFile.tree(YAML, name);
    }
}
