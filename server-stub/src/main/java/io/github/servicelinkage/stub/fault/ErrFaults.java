package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;
import static io.github.servicelinkage.stub.fault.Json.without;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Clause family D6: how an error is answered. */
final class ErrFaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HTML = "<html><body><h1>Error</h1></body></html>";

    private ErrFaults() {}

    static List<Fault> faults() {
        return List.of(
                error(
                        "html-errors",
                        "Errors come as an HTML page.",
                        response -> response.withHeader("Content-Type", "text/html;charset=utf-8")
                                .withBody(Bytes.of(HTML))),
                error(
                        "labels-errors-as-problem",
                        "Errors are labelled application/problem+json.",
                        response -> response.withHeader("Content-Type", "application/problem+json")),
                error("answers-empty-errors", "Errors have no body.", response -> response.withBody(Bytes.EMPTY)),
                error(
                        "wraps-errors-in-array",
                        "An error is an array of one.",
                        response -> response.withBody(
                                Bytes.of("[").then(response.body()).then("]"))),
                envelope("omits-category", "LNK-ERR-02", "An error has no category.", without("category")),
                envelope(
                        "answers-category-as-number",
                        "LNK-ERR-02",
                        "The category of an error is a number.",
                        member("category", value -> JSON.numberNode(1))),
                envelope(
                        "answers-null-for-category",
                        "LNK-ERR-02",
                        "The category of an error is null.",
                        member("category", value -> JSON.nullNode())),
                envelope("omits-code", "LNK-ERR-03", "An error has no code.", without("code")),
                envelope(
                        "error-code-as-text",
                        "LNK-ERR-03",
                        "The code of an error is a text.",
                        member("code", code -> JSON.textNode(code.asText()))),
                envelope(
                        "answers-code-as-fraction",
                        "LNK-ERR-03",
                        "The code of an error is a fraction.",
                        member("code", code -> JSON.numberNode(code.asInt() + 0.5))),
                envelope("omits-message", "LNK-ERR-04", "An error has no message.", without("message")),
                envelope(
                        "answers-message-as-object",
                        "LNK-ERR-04",
                        "The message of an error is an object.",
                        member("message", message -> JSON.objectNode().set("ko", message))),
                envelope(
                        "answers-null-for-message",
                        "LNK-ERR-04",
                        "The message of an error is null.",
                        member("message", message -> JSON.nullNode())),
                envelope(
                        "answers-description-as-list",
                        "LNK-ERR-05",
                        "The description of an error is a list.",
                        error -> error.putArray("description").add("see the documentation")),
                envelope(
                        "answers-null-for-description",
                        "LNK-ERR-05",
                        "The description of an error is null.",
                        error -> error.putNull("description")),
                refusal(
                        "fails-on-missing-item",
                        "LNK-ERR-06",
                        "A missing item is answered with 500.",
                        ErrorResponse.REQUIRED_ITEM_MISSING,
                        ErrorResponse.INTERNAL_SERVER_ERROR),
                new Fault(
                        "fails-on-wrong-type",
                        "LNK-ERR-06",
                        "A value of the wrong type is answered with 500.",
                        Rewrite.response((request, response) ->
                                Json.object(request.body()).isPresent()
                                                && Json.text(response.body(), "/description")
                                                        .contains("type")
                                        ? Response.error(ErrorResponse.UNKNOWN_ERROR)
                                        : response)),
                refusal(
                        "refuses-missing-item-with-403",
                        "LNK-ERR-07",
                        "A missing item is refused with 403.",
                        ErrorResponse.REQUIRED_ITEM_MISSING,
                        ErrorResponse.FORBIDDEN),
                refusal(
                        "refuses-missing-item-with-404",
                        "LNK-ERR-07",
                        "A missing item is refused with 404.",
                        ErrorResponse.REQUIRED_ITEM_MISSING,
                        ErrorResponse.NOT_FOUND),
                envelope(
                        "answers-undocumented-code",
                        "LNK-ERR-08",
                        "The code of an error is no documented one.",
                        member("code", code -> JSON.numberNode(9001))),
                envelope(
                        "answers-code-0",
                        "LNK-ERR-08",
                        "The code of every error is 0.",
                        member("code", code -> JSON.numberNode(0))),
                new Fault(
                        "answers-code-of-other-status",
                        "LNK-ERR-08",
                        "A 401 has the code of a 403.",
                        Rewrite.status(
                                401,
                                response -> response.withBody(
                                        Json.changed(response.body(), error -> error.put("code", 403))))));
    }

    private static Fault error(String name, String description, UnaryOperator<Response> change) {
        return new Fault(name, "LNK-ERR-01", description, Rewrite.error(change));
    }

    private static Fault envelope(String name, String requirement, String description, Consumer<ObjectNode> change) {
        return new Fault(name, requirement, description, Rewrite.errorJson(change));
    }

    /** Answers one of the contract's errors in place of another. */
    private static Fault refusal(
            String name, String requirement, String description, ErrorResponse proper, ErrorResponse other) {
        int code =
                Json.object(Bytes.of(proper.json())).orElseThrow().path("code").asInt();
        return new Fault(
                name,
                requirement,
                description,
                Rewrite.status(
                        proper.status(),
                        response -> Json.text(response.body(), "/code").equals(String.valueOf(code))
                                ? Response.error(other)
                                : response));
    }
}
