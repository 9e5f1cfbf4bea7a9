package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.IResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;

/** The names of members that stand in the response of a pact. */
final class PactNames {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PactNames() {}

    /** The names; none where the body is not JSON. */
    static Set<String> of(IResponse response) {
        Set<String> names = new TreeSet<>();
        try {
            collect(JSON.readTree(response.getBody().valueAsString()), names);
        } catch (JsonProcessingException noJson) {
            return Set.of();
        }
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> collect(child, names));
    }
}
