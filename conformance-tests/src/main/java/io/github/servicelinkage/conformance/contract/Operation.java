package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An operation of the contract.
 *
 * @param id operationId
 * @param method HTTP method, in capitals
 * @param path path below the server URL
 * @param pointer where it stands in the contract
 * @param requestSchema pointer of the schema of its request body
 * @param responseSchema pointer of the schema of its successful answer
 * @param members every member of the request body, parents before children
 * @param exampleRequest the document's example of a request body
 */
public record Operation(
        String id,
        String method,
        String path,
        String pointer,
        String requestSchema,
        String responseSchema,
        List<Member> members,
        ObjectNode exampleRequest) {

    static Operation read(Contract contract, String path, String method, JsonNode operation) {
        String pointer = "/paths/" + path.replace("/", "~1") + "/" + method;
        String media = "/content/application~1json";
        String request = contract.resolve(pointer + "/requestBody" + media + "/schema");
        JsonNode example = contract.at(pointer + "/requestBody" + media + "/examples")
                .iterator()
                .next();
        if (example.has("$ref")) {
            example = contract.at(example.path("$ref").asText().substring(1));
        }
        List<Member> members = new ArrayList<>();
        readMembers(contract, request, List.of(), members);
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                pointer,
                request,
                contract.resolve(pointer + "/responses/200" + media + "/schema"),
                List.copyOf(members),
                example.path("value").deepCopy());
    }

    /** A fresh copy of the document's example. */
    @Override
    public ObjectNode exampleRequest() {
        return exampleRequest.deepCopy();
    }

    private static void readMembers(Contract contract, String schema, List<String> parent, List<Member> members) {
        JsonNode required = contract.at(schema + "/required");
        contract.at(schema + "/properties").fieldNames().forEachRemaining(name -> {
            String property = schema + "/properties/" + name;
            String resolved = contract.resolve(property);
            List<String> path = new ArrayList<>(parent);
            path.add(name);
            boolean isRequired = false;
            for (JsonNode entry : required) {
                isRequired |= entry.asText().equals(name);
            }
            members.add(new Member(List.copyOf(path), property, resolved, contract.at(resolved), isRequired));
            readMembers(contract, resolved, path, members);
        });
    }
}
