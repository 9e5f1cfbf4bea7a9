package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.SPEC;
import static io.github.servicelinkage.openapi.ContractFiles.below;
import static io.github.servicelinkage.openapi.ContractFiles.strings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A keyword of a schema of the contract that restricts values. {@code required} is counted at each member that it names.
 *
 * @param pointer JSON Pointer of the schema
 * @param keyword name of the keyword
 */
record Constraint(String pointer, String keyword) {

    /** Keywords that describe, or only lead to another schema, which is visited in its own place. */
    private static final Set<String> NOT_RESTRICTING = Set.of("description", "example", "properties", "items", "$ref");

    /** All constraints of all schemas. A keyword that is new to the contract counts until it is listed above. */
    static List<Constraint> all() {
        List<Constraint> found = new ArrayList<>();
        SPEC.at("/components/schemas")
                .properties()
                .forEach(schema -> collect(below("/components/schemas", schema.getKey()), schema.getValue(), found));
        SPEC.at("/components/headers")
                .properties()
                .forEach(header -> collect(
                        below("/components/headers", header.getKey()) + "/schema",
                        header.getValue().path("schema"),
                        found));
        return List.copyOf(found);
    }

    private static void collect(String pointer, JsonNode schema, List<Constraint> found) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (keyword.equals("required")) {
                strings(schema.path(keyword))
                        .forEach(name -> found.add(new Constraint(below(pointer + "/properties", name), keyword)));
            } else if (!NOT_RESTRICTING.contains(keyword) && !keyword.startsWith("x-")) {
                found.add(new Constraint(pointer, keyword));
            }
        });
        schema.path("properties")
                .properties()
                .forEach(property ->
                        collect(below(pointer + "/properties", property.getKey()), property.getValue(), found));
        if (schema.has("items")) {
            collect(pointer + "/items", schema.path("items"), found);
        }
    }
}
