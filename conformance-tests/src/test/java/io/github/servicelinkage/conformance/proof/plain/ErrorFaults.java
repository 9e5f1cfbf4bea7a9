package io.github.servicelinkage.conformance.proof.plain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** ERR, PRIV: what an error looks like, and what responses give away. */
final class ErrorFaults {
    private static final String UNUSUAL = "unusual JSON is a bad request as well";

    private ErrorFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                error(
                        "page-of-the-web-server",
                        "LNK-ERR-01",
                        "The 400 is the page of the web server.",
                        response -> response.status() == 400
                                ? PlainResponse.text(400, "text/html", "<html><h1>400 Bad Request</h1></html>")
                                : response),
                error(
                        "error-as-problem",
                        "LNK-ERR-01",
                        "Errors have the media type of problems.",
                        response -> response.withHeader("content-type", "application/problem+json")),
                error(
                        "error-without-body",
                        "LNK-ERR-01",
                        "A 415 has no body.",
                        response -> response.status() == 415 ? response.withRaw(new byte[0]) : response),
                member("no-category", "LNK-ERR-02", data -> data.remove("category")),
                member("no-code", "LNK-ERR-03", data -> data.remove("code")),
                member("code-as-text", "LNK-ERR-03", data -> data.replace("code", "400")),
                member("no-message", "LNK-ERR-04", data -> data.remove("message")),
                member("list-of-descriptions", "LNK-ERR-05", data -> data.put("description", List.of("a", "b"))),
                error(
                        "missing-member-ends-in-500",
                        "LNK-ERR-06",
                        "A member that is missing ends in a 500.",
                        response -> response.text().contains("3003")
                                ? PlainResponse.error(500, "The gateway has failed.")
                                : response),
                error(
                                "parsing-error-for-all",
                                "LNK-ERR-06",
                                "Every bad request is a 500/3011.",
                                response -> response.status() == 400
                                        ? PlainResponse.error(500, 3011, "op-exco", "Json parsing error")
                                        : response)
                        .alsoBlaming("LNK-JSON-08", UNUSUAL)
                        .alsoBlaming("LNK-JSON-09", UNUSUAL)
                        .alsoBlaming("LNK-REQ-15", UNUSUAL),
                error(
                                "unprocessable",
                                "LNK-ERR-07",
                                "A bad member gets a 422.",
                                response -> response.text().contains("3003")
                                        ? PlainResponse.error(422, "Unprocessable.")
                                        : response)
                        .alsoBlaming("LNK-ERR-08", "no document has a code with 422"),
                member("code-of-its-own", "LNK-ERR-08", data -> data.replace("code", 9999)),
                member("empty-message", "LNK-ERR-09", data -> data.replace("message", "")),
                echo("tells-ci", "LNK-PRIV-01", "ci", false),
                echo("tells-name", "LNK-PRIV-02", "korName", false),
                tells("tells-whole-body-in-400", "LNK-PRIV-01", "A 400 quotes the whole body.", (body, key) -> body)
                        .alsoBlaming("LNK-PRIV-02", "the name is in the body as well")
                        .alsoBlaming("LNK-PRIV-07", "the undocumented member is in the body as well"),
                PlainFault.of(
                        "tells-ci-in-a-header",
                        "LNK-PRIV-01",
                        "The beginning of the ci is in a header of every error, as a reference.",
                        rules -> rules.around(next -> request -> {
                            PlainResponse response = next.handle(request);
                            return response.isError()
                                    ? response.withHeader("x-person", value(request, "ci"))
                                    : response;
                        })),
                tells("tells-key", "LNK-PRIV-03", "An error names the key that was sent.", (body, key) -> key),
                PlainFault.of(
                        "key-in-a-header",
                        "LNK-PRIV-03",
                        "The headers of a request come back.",
                        rules -> rules.around(next -> request -> next.handle(request)
                                .withHeader("x-apikey", request.header("apikey").orElse("none")))),
                PlainFault.of(
                        "trace-shows-the-key",
                        "LNK-PRIV-03",
                        "TRACE sends the request back, with its headers.",
                        rules -> rules.instead(
                                request -> request.method().equals("TRACE"),
                                request -> PlainResponse.text(
                                        200, "message/http", request.fields().toString()))),
                says("stack-trace", "LNK-PRIV-04", "at com.example.Gateway.read(Gateway.java:42)"),
                PlainFault.of(
                        "may-be-stored",
                        "LNK-PRIV-05",
                        "Responses may be stored, if they are asked for again.",
                        rules -> rules.sent(response -> response.withHeader("cache-control", "no-cache"))),
                says("class-name", "LNK-PRIV-06", "com.example.gateway.PersonNotFoundException"),
                says("query", "LNK-PRIV-06", "SELECT * FROM PERSON WHERE CI = ?"),
                says("file", "LNK-PRIV-06", "/opt/gateway/conf/routes.yaml: 12"),
                echo("tells-unknown-member", "LNK-PRIV-07", "marker", false),
                echo("success-tells-request", "LNK-PRIV-08", "ci", true));
    }

    private static PlainFault error(
            String name, String requirement, String description, UnaryOperator<PlainResponse> change) {
        return PlainFault.of(name, requirement, description, rules -> rules.errors(change));
    }

    private static PlainFault member(String name, String requirement, Consumer<Map<String, Object>> change) {
        return PlainFault.of(
                name,
                requirement,
                "Errors are not as the document has them.",
                rules -> rules.errorData(data -> {
                    change.accept(data);
                    return data;
                }));
    }

    private static PlainFault says(String what, String requirement, String description) {
        return PlainFault.of(
                "shows-" + what,
                requirement,
                "The description of an error is %s.".formatted(description),
                rules -> rules.errorData(data -> {
                    data.put("description", description);
                    return data;
                }));
    }

    /** A 400 says something of the request. */
    private static PlainFault tells(
            String name, String requirement, String description, BinaryOperator<String> ofBodyAndKey) {
        return PlainFault.of(
                name,
                requirement,
                description,
                rules -> rules.around(next -> request -> {
                    PlainResponse response = next.handle(request);
                    String told = ofBodyAndKey.apply(
                            body(request), request.header("apikey").orElse("none"));
                    return response.isError()
                            ? response.withData(data -> {
                                data.put("description", "rejected: " + told);
                                return data;
                            })
                            : response;
                }));
    }

    private static PlainFault echo(String name, String requirement, String member, boolean success) {
        return PlainFault.of(
                name,
                requirement,
                "A response has the %s of the request.".formatted(member),
                rules -> rules.around(next -> request -> {
                    PlainResponse response = next.handle(request);
                    return (success ? response.isSuccess() : response.isError())
                            ? response.withData(data -> {
                                data.put(success ? "request" : "description", "for " + value(request, member));
                                return data;
                            })
                            : response;
                }));
    }

    private static String value(PlainRequest request, String member) {
        String[] parts = body(request).split("\"" + member + "\"\\s*:\\s*\"");
        return parts.length < 2 ? "-" : parts[1].split("\"")[0];
    }

    private static String body(PlainRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
