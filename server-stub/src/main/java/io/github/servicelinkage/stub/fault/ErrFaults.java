package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.fault.Json.member;
import static io.github.servicelinkage.stub.fault.Json.without;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** ERR: the form of error responses. */
final class ErrFaults {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HTML = "<html><body><h1>Error</h1></body></html>";

    private ErrFaults() {}

    static List<Fault> faults() {
        return List.of(
                error(
                        "html-errors",
                        new Text("오류를 HTML 페이지로 보낸다.", "Errors are HTML pages."),
                        response -> response.withHeader("Content-Type", "text/html;charset=utf-8")
                                .withBody(Bytes.of(HTML))),
                error(
                        "labels-errors-as-problem",
                        new Text(
                                "오류의 Content-Type이 application/problem+json이다.",
                                "Errors are labelled application/problem+json."),
                        response -> response.withHeader("Content-Type", "application/problem+json")),
                error(
                        "answers-empty-errors",
                        new Text("오류에 본문이 없다.", "Errors have no body."),
                        response -> response.withBody(Bytes.EMPTY)),
                error(
                        "wraps-errors-in-array",
                        new Text("오류를 배열로 감싼다.", "An error is wrapped in an array."),
                        response -> response.withBody(
                                Bytes.of("[").then(response.body()).then("]"))),
                envelope(
                        "omits-category",
                        "LNK-ERR-02",
                        new Text("오류에 category가 없다.", "An error has no category."),
                        without("category")),
                envelope(
                        "answers-category-as-number",
                        "LNK-ERR-02",
                        new Text("오류의 category가 숫자이다.", "The category of an error is a number."),
                        member("category", value -> JSON.numberNode(1))),
                envelope(
                        "answers-null-for-category",
                        "LNK-ERR-02",
                        new Text("오류의 category가 null이다.", "The category of an error is null."),
                        member("category", value -> JSON.nullNode())),
                envelope(
                        "omits-code",
                        "LNK-ERR-03",
                        new Text("오류에 code가 없다.", "An error has no code."),
                        without("code")),
                envelope(
                        "error-code-as-text",
                        "LNK-ERR-03",
                        new Text("오류의 code가 문자열이다.", "The code of an error is a string."),
                        member("code", code -> JSON.textNode(code.asText()))),
                envelope(
                        "answers-code-as-fraction",
                        "LNK-ERR-03",
                        new Text("오류의 code가 소수이다.", "The code of an error is a fraction."),
                        member("code", code -> JSON.numberNode(code.asInt() + 0.5))),
                envelope(
                        "omits-message",
                        "LNK-ERR-04",
                        new Text("오류에 message가 없다.", "An error has no message."),
                        without("message")),
                envelope(
                        "answers-message-as-object",
                        "LNK-ERR-04",
                        new Text("오류의 message가 객체이다.", "The message of an error is an object."),
                        member("message", message -> JSON.objectNode().set("ko", message))),
                envelope(
                        "answers-null-for-message",
                        "LNK-ERR-04",
                        new Text("오류의 message가 null이다.", "The message of an error is null."),
                        member("message", message -> JSON.nullNode())),
                envelope(
                        "answers-description-as-list",
                        "LNK-ERR-05",
                        new Text("오류의 description이 배열이다.", "The description of an error is an array."),
                        error -> error.putArray("description").add("see the documentation")),
                envelope(
                        "answers-null-for-description",
                        "LNK-ERR-05",
                        new Text("오류의 description이 null이다.", "The description of an error is null."),
                        error -> error.putNull("description")),
                refusal(
                        "fails-on-missing-item",
                        "LNK-ERR-06",
                        new Text("필수 항목이 빠진 요청에 500으로 응답한다.", "The response to a missing item is 500."),
                        ErrorResponse.REQUIRED_ITEM_MISSING,
                        ErrorResponse.INTERNAL_SERVER_ERROR),
                new Fault(
                                "fails-on-wrong-type",
                                "LNK-ERR-06",
                                new Text("타입이 다른 값에 500으로 응답한다.", "The response to a value of the wrong type is 500."),
                                Rewrite.response((request, response) ->
                                        Json.object(request.body()).isPresent()
                                                        && Json.text(response.body(), "/description")
                                                                .contains("type")
                                                ? Response.error(ErrorResponse.UNKNOWN_ERROR)
                                                : response))
                        .alsoBlaming("LNK-JSON-07", "a lone surrogate is a wrong value to this gateway, too"),
                new Fault(
                        "gives-3011-to-every-invalid-body",
                        "LNK-ERR-06",
                        new Text(
                                "JSON으로는 옳은 잘못된 요청에 모두 500/3011로 응답한다.",
                                "The response to every bad request is 500/3011, though its JSON can be parsed."),
                        Rewrite.response(
                                (request, response) -> response.status() == 400 && isOrdinaryJson(request.body())
                                        ? Response.error(ErrorResponse.JSON_PARSING_ERROR)
                                        : response)),
                refusal(
                        "refuses-missing-item-with-403",
                        "LNK-ERR-07",
                        new Text("필수 항목이 빠진 요청을 403으로 거부한다.", "A missing item is rejected with 403."),
                        ErrorResponse.REQUIRED_ITEM_MISSING,
                        ErrorResponse.FORBIDDEN),
                refusal(
                        "refuses-missing-item-with-404",
                        "LNK-ERR-07",
                        new Text("필수 항목이 빠진 요청을 404로 거부한다.", "A missing item is rejected with 404."),
                        ErrorResponse.REQUIRED_ITEM_MISSING,
                        ErrorResponse.NOT_FOUND),
                envelope(
                        "answers-undocumented-code",
                        "LNK-ERR-08",
                        new Text("오류의 code가 문서에 없는 값이다.", "The code of an error is not documented."),
                        member("code", code -> JSON.numberNode(9001))),
                envelope(
                        "answers-code-0",
                        "LNK-ERR-08",
                        new Text("모든 오류의 code가 0이다.", "The code of every error is 0."),
                        member("code", code -> JSON.numberNode(0))),
                new Fault(
                        "answers-code-of-other-status",
                        "LNK-ERR-08",
                        new Text("401의 code가 403의 값이다.", "A 401 has the code of a 403."),
                        Rewrite.status(
                                401,
                                response -> response.withBody(
                                        Json.changed(response.body(), error -> error.put("code", 403))))),
                envelope(
                        "gives-empty-category",
                        "LNK-ERR-09",
                        new Text("오류의 category가 비어 있다.", "The category of an error is empty."),
                        member("category", category -> JSON.textNode(""))),
                envelope(
                        "gives-empty-message",
                        "LNK-ERR-09",
                        new Text("오류의 message가 비어 있다.", "The message of an error is empty."),
                        member("message", message -> JSON.textNode(""))));
    }

    /** Large bodies, byte order marks and lone surrogates have requirements of their own. */
    private static boolean isOrdinaryJson(Bytes body) {
        return Json.isValue(body)
                && body.length() < JsonFaults.BIG
                && !body.text().startsWith("\uFEFF")
                && !JsonFaults.LONE_SURROGATE.matcher(body.text()).find();
    }

    private static Fault error(String name, Text description, UnaryOperator<Response> change) {
        return new Fault(name, "LNK-ERR-01", description, Rewrite.error(change));
    }

    private static Fault envelope(String name, String requirement, Text description, Consumer<ObjectNode> change) {
        return new Fault(name, requirement, description, Rewrite.errorJson(change));
    }

    /** Responds with one of the contract's errors instead of another. */
    private static Fault refusal(
            String name, String requirement, Text description, ErrorResponse proper, ErrorResponse other) {
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
