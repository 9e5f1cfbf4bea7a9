package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.exchange.Bytes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Bodies as JSON trees. Reads standard JSON only, unless a lenient reader is passed. */
final class Json {
    private static final ObjectMapper STRICT = lenient()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectMapper REPEATING = STRICT.copy();

    static {
        REPEATING.getFactory().disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    private Json() {}

    /** A reader that ignores what follows the first value, and accepts these deviations. */
    static JsonMapper lenient(JsonReadFeature... features) {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(features)
                .build();
    }

    /** The JSON object of a body; empty if it holds anything else. */
    static Optional<ObjectNode> object(Bytes body) {
        return object(STRICT, body);
    }

    /** The JSON object that this reader reads from a body. */
    static Optional<ObjectNode> object(ObjectMapper reader, Bytes body) {
        try {
            return reader.readTree(body.array()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a body holds a JSON value of any type. */
    static boolean isValue(Bytes body) {
        try {
            return !STRICT.readTree(body.array()).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }

    /** A body with duplicate members, reduced to the last of each name; empty for any other body. */
    static Optional<Bytes> lastOfRepeated(Bytes body) {
        return object(body).isPresent()
                ? Optional.empty()
                : object(REPEATING, body).map(Json::buffer);
    }

    /** A body with a changed object; the same instance if nothing changes. */
    static Bytes changed(Bytes body, Consumer<ObjectNode> change) {
        return object(body)
                .map(object -> {
                    // Bytes are compared, since trees are equal whatever the order of their members.
                    Bytes before = buffer(object);
                    change.accept(object);
                    Bytes after = buffer(object);
                    return after.equals(before) ? body : after;
                })
                .orElse(body);
    }

    /** JSON in UTF-8. */
    static Bytes buffer(JsonNode json) {
        return Bytes.of(json.toString());
    }

    /** The string at a JSON pointer; empty if there is none. */
    static String text(Bytes body, String pointer) {
        return object(body).map(object -> object.at(pointer).asText()).orElse("");
    }

    /** Changes a string member, if present. */
    static Consumer<ObjectNode> text(String member, UnaryOperator<String> change) {
        return node -> {
            if (node.path(member).isTextual()) {
                node.put(member, change.apply(node.path(member).textValue()));
            }
        };
    }

    /** Replaces a member, if present. */
    static Consumer<ObjectNode> member(String member, UnaryOperator<JsonNode> change) {
        return node -> {
            if (node.has(member)) {
                node.set(member, change.apply(node.get(member)));
            }
        };
    }

    /** Removes a member. */
    static Consumer<ObjectNode> without(String member) {
        return node -> node.remove(member);
    }

    /** Renames a member, if present. */
    static Consumer<ObjectNode> renamed(String member, String name) {
        return node -> {
            if (node.has(member)) {
                node.set(name, node.remove(member));
            }
        };
    }
}
