package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Response;
import java.util.Set;

/** What a response says of a person's membership; the two results are those of the contract's examples. */
final class Membership {
    private Membership() {}

    static String member(OperationContext operation) {
        return example(operation, "member");
    }

    static String nonMember(OperationContext operation) {
        return example(operation, "nonMember");
    }

    static boolean isMember(OperationContext operation, Response response) {
        return response.isSuccess() && result(response).equals(member(operation));
    }

    static boolean isNonMember(OperationContext operation, Response response) {
        return response.isSuccess() && result(response).equals(nonMember(operation));
    }

    static boolean isDocumented(OperationContext operation, String result) {
        return Set.of(member(operation), nonMember(operation)).contains(result);
    }

    private static String result(Response response) {
        return response.json().path("result").asText();
    }

    private static String example(OperationContext operation, String name) {
        String examples = operation.operation().pointer() + "/responses/200/content/application~1json/examples/";
        return operation.plan().contract().at(examples + name + "/value/result").asText();
    }
}
