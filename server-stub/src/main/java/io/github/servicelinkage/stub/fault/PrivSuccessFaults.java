package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** PRIV: what a response that is no error discloses. */
final class PrivSuccessFaults {
    private PrivSuccessFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                                "gives-key-in-endpoint",
                                "LNK-PRIV-03",
                                new Text("endpoint의 쿼리에 API 키가 있다.", "The query of an endpoint holds the API key."),
                                success((request, response) -> response.path("vtAccList")
                                        .forEach(account -> Json.text(
                                                        "endpoint",
                                                        endpoint -> endpoint + "?apikey=" + PrivFaults.key(request))
                                                .accept((ObjectNode) account))))
                        .alsoBlaming("LNK-RES-27", "an endpoint with a key in it has a query"),
                new Fault(
                        "echoes-TRACE-with-key",
                        "LNK-PRIV-03",
                        new Text("TRACE에 요청의 헤더를 되돌려 보낸다.", "The response to TRACE holds the headers of the request."),
                        Rewrite.response((request, response) -> request.method().equals("TRACE")
                                ? response.withStatus(200)
                                        .withHeader("Content-Type", "message/http")
                                        .withBody(head(request))
                                : response)),
                successRepeats("ci", "commonHeader", PrivFaults::ci),
                successRepeats("korName", "body", PrivFaults::name),
                new Fault(
                        "success-repeats-ci-in-header",
                        "LNK-PRIV-08",
                        new Text("성공 응답의 헤더에 ci가 있다.", "A header of a success shows the ci."),
                        Rewrite.response((request, response) -> response.status() == 200
                                ? response.withHeader(
                                        "X-Request-Context", "for=" + PrivFaults.encoded(PrivFaults.ci(request)))
                                : response)));
    }

    private static Fault successRepeats(String name, String parent, Function<Request, String> value) {
        return new Fault(
                "success-repeats-" + name,
                "LNK-PRIV-08",
                new Text("성공 응답에 %s 값이 있다.", "A success shows the %s.").with(name),
                success((request, response) -> response.putObject(parent).put(name, value.apply(request))));
    }

    private static Interceptor success(BiConsumer<Request, ObjectNode> change) {
        return Rewrite.response((request, response) -> response.status() == 200
                ? response.withBody(Json.changed(response.body(), body -> change.accept(request, body)))
                : response);
    }

    private static Bytes head(Request request) {
        StringBuilder head =
                new StringBuilder(request.method() + " " + request.path() + " " + request.version() + "\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return Bytes.of(head.append("\r\n").toString());
    }
}
