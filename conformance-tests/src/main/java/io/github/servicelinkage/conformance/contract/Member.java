package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;

/**
 * A member of a request body.
 *
 * @param path names from the top of the body down to this member
 * @param property where its parent's schema names it
 * @param pointer where its own schema stands, references followed
 * @param schema its schema
 * @param required whether a request must have it
 */
public record Member(List<String> path, String property, String pointer, JsonNode schema, boolean required) {
    /** The keyword of schemas whose values are personal data. */
    public static final String PERSONAL = "x-personal-data";

    /** Its own name. */
    public String name() {
        return path.get(path.size() - 1);
    }

    /** Its path as people write it, such as {@code commonHeader.ci}. */
    public String dotted() {
        return String.join(".", path);
    }

    /** Whether it is a string; else it is an object. */
    public boolean isString() {
        return schema.path("type").asText().equals("string");
    }

    /** The fewest code points that it may have. */
    public int minLength() {
        return schema.path("minLength").asInt(0);
    }

    /** The most code points that it may have; empty where the contract sets no limit. */
    public OptionalInt maxLength() {
        return schema.has("maxLength") ? OptionalInt.of(schema.path("maxLength").asInt()) : OptionalInt.empty();
    }

    /** Whether the platform issues its values, so that no other value can be expected to be accepted. */
    public boolean isIssued() {
        return schema.path("x-issued").asBoolean();
    }

    /** Whether it is free text of the caller. */
    public boolean isFreeText() {
        return schema.path("x-free-text").asBoolean();
    }

    /** Whether it identifies a person. */
    public boolean isPersonal() {
        return schema.path(PERSONAL).asBoolean();
    }

    /** What a request body says in this member; a missing node where it says nothing. */
    public JsonNode in(JsonNode body) {
        JsonNode value = body;
        for (String name : path) {
            value = value.path(name);
        }
        return value;
    }

    /** The object of a request body in which this member stands. */
    public ObjectNode parentIn(ObjectNode body) {
        ObjectNode parent = body;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = (ObjectNode) parent.get(name);
        }
        return parent;
    }
}
