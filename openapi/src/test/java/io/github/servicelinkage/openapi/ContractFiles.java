package io.github.servicelinkage.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The files of this module as trees, read the way their users find them: on the class path. */
final class ContractFiles {

    /** A name that stands twice in one mapping is a mistake of the writer, and would be lost silently. */
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    static final JsonNode SPEC = read("service-linkage.yaml");
    static final JsonNode CATALOGUE = read("requirements.yaml");
    static final JsonNode DECISIONS = read("decisions.yaml");
    static final JsonNode SOURCES = read("sources.yaml");

    private ContractFiles() {}

    static List<JsonNode> requirements() {
        return StreamSupport.stream(CATALOGUE.path("requirements").spliterator(), false)
                .toList();
    }

    /** The ids of the entries of an array. */
    static List<String> ids(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("id").textValue())
                .toList();
    }

    /** The strings of an array; none when there is no such array. */
    static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    /** The node that a {@code $ref} within the contract names, or the node itself when it is no reference. */
    static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? SPEC.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /** The pointer below {@code parent}, with the name escaped (RFC 6901 §3). */
    static String below(String parent, String name) {
        return JsonPointer.compile(parent).appendProperty(name).toString();
    }

    static JsonNode read(String name) {
        try (InputStream file = ContractFiles.class.getResourceAsStream("/service-linkage/" + name)) {
            return YAML.readTree(Objects.requireNonNull(file, name + " is not on the class path"));
        } catch (IOException exception) {
            throw new UncheckedIOException(name, exception);
        }
    }
}
