package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The two forms of an error, and the errors that checks ask for by name, all as the contract has them.
 *
 * @param contract the contract
 * @param shortStatuses the statuses that may come in the short form
 */
record ErrorForms(Contract contract, Set<Integer> shortStatuses) {
    private static final String ENVELOPE = "/components/schemas/PlatformError";
    private static final String SHORT = "/components/schemas/FrontError";

    static ErrorForms of(Contract contract) {
        Set<Integer> statuses = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            String responses = operation.pointer() + "/responses";
            for (Map.Entry<String, JsonNode> listed : contract.at(responses).properties()) {
                String schema = contract.resolve(
                        contract.resolve(responses + "/" + listed.getKey()) + "/content/application~1json/schema");
                contract.at(schema + "/oneOf").forEach(form -> {
                    if (form.path("$ref").asText().equals("#" + SHORT)) {
                        statuses.add(Integer.valueOf(listed.getKey()));
                    }
                });
            }
        }
        return new ErrorForms(contract, statuses);
    }

    /** Whether an error is one of the gateway in front of the platform: a message without code. */
    boolean isShort(Response response) {
        return shortStatuses.contains(response.status()) && !response.json().has("code");
    }

    /** Pointer of the schema that an error is to follow. */
    String schema(Response response) {
        return isShort(response) ? SHORT : ENVELOPE;
    }

    /** Whether a response is the documented error for an unknown person. */
    boolean isUserNotFound(Response response) {
        return isError(response, "UserNotFound");
    }

    /** Whether a response is the documented error for JSON that cannot be parsed. */
    boolean isParsingError(Response response) {
        return isError(response, "JsonParsingError");
    }

    /** Status and code of the documented error for an unknown person. */
    Text userNotFound() {
        return Text.same(contract.errorCode("UserNotFound").toString());
    }

    /** Whether a response is the error of this name in the contract. */
    boolean isError(Response response, String name) {
        return contract.errorCode(name).equals(new Contract.ErrorCode(response.status(), response.errorCode()));
    }
}
