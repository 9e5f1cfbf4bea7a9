package io.github.servicelinkage.conformance.proof.plain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;

/** HTTP, FLOW: methods, paths, framing, negotiation, quotas. */
final class HttpFaults {
    private static final int MANY = 20;

    private HttpFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                                "any-method-with-a-body",
                                "LNK-HTTP-01",
                                "Every method is served, as long as it has a body.",
                                rules -> rules.skip(PlainStep.METHOD, request -> true))
                        .alsoBlaming("LNK-HTTP-09", "GET without a body is refused for its media type")
                        .alsoBlaming("LNK-HTTP-12", "HEAD, OPTIONS and TRACE are served as well"),
                PlainFault.of(
                        "put-is-post",
                        "LNK-HTTP-01",
                        "PUT is mapped to the operations as well.",
                        rules -> rules.skip(
                                PlainStep.METHOD, request -> request.method().equals("PUT"))),
                PlainFault.of(
                        "no-allow",
                        "LNK-HTTP-02",
                        "A 405 does not say what is allowed.",
                        rules -> rules.errors(response -> response.withoutHeader("allow"))),
                PlainFault.of(
                        "allows-the-wrong-method",
                        "LNK-HTTP-02",
                        "A 405 says that GET is allowed.",
                        rules -> rules.errors(response ->
                                response.status() == 405 ? response.withHeader("allow", "GET, HEAD") : response)),
                PlainFault.of(
                        "path-by-its-beginning",
                        "LNK-HTTP-03",
                        "A path only has to begin with that of an operation.",
                        rules -> {
                            var before = rules.path;
                            rules.path = before.andThen(path -> path.replaceAll("(/search).*", "$1"));
                        }),
                PlainFault.of(
                        "unknown-path-is-a-bad-request",
                        "LNK-HTTP-03",
                        "An unknown path gets a 400.",
                        rules -> rules.errors(response -> response.status() == 404
                                ? PlainResponse.error(400, 3002, "op-exco", "Unknown api url")
                                : response)),
                PlainFault.of(
                        "front-page-for-unknown-paths",
                        "LNK-HTTP-03",
                        "An unknown path gets the portal's page.",
                        rules -> rules.errors(response -> response.status() == 404
                                ? PlainResponse.text(302, "text/html", "").withHeader("location", "/portal")
                                : response)),
                PlainFault.of(
                        "trailing-slash-ends-in-500",
                        "LNK-HTTP-04",
                        "The router fails on an empty last segment.",
                        rules -> rules.instead(
                                request -> request.target().endsWith("/"),
                                request -> PlainResponse.error(500, "The gateway has failed."))),
                PlainFault.of(
                        "connection-for-one-request",
                        "LNK-HTTP-05",
                        "Every connection is closed after one response.",
                        rules -> rules.sent(response -> response.withHeader("connection", "close"))),
                PlainFault.of(
                        "expectation-ends-in-500",
                        "LNK-HTTP-06",
                        "Expect: 100-continue is passed on to a server that does not know it.",
                        rules -> rules.instead(
                                request -> request.header("Expect").isPresent(),
                                request -> PlainResponse.error(500, "The gateway has failed."))),
                accept("one-accept-only", "*/*", "Accept has to name application/json and nothing else."),
                accept(
                        "first-of-accept-only",
                        "text/plain",
                        "Of several types in Accept one that is not JSON is enough."),
                PlainFault.of(
                                "xml-on-demand",
                                "LNK-HTTP-08",
                                "Who accepts XML gets XML.",
                                rules -> rules.around(next -> request -> {
                                    PlainResponse response = next.handle(request);
                                    return response.isSuccess() && request.has("Accept", "application/xml")
                                            ? PlainResponse.text(200, "application/xml", "<response/>")
                                            : response;
                                }))
                        .alsoBlaming("LNK-RES-02", "the success is XML by its label")
                        .alsoBlaming("LNK-RES-03", "the success is XML in its body"),
                PlainFault.of(
                        "wrong-method-is-a-bad-request",
                        "LNK-HTTP-09",
                        "A wrong method gets a 400.",
                        rules -> rules.errors(
                                response -> response.status() == 405 ? PlainResponse.error(400, "Bad.") : response)),
                PlainFault.of(
                        "no-chunks",
                        "LNK-HTTP-10",
                        "A body without Content-Length is not read.",
                        rules -> rules.received(
                                request -> request.header("Transfer-Encoding").isPresent()
                                        ? request.withBody(new byte[0])
                                        : request)),
                gzip("gzip-without-label", false),
                gzip("label-without-gzip", true),
                PlainFault.of(
                        "options-is-served",
                        "LNK-HTTP-12",
                        "OPTIONS is mapped to the operations, with the key.",
                        rules -> rules.skip(
                                PlainStep.METHOD, request -> request.method().equals("OPTIONS"))),
                PlainFault.of(
                                "throttles-without-a-word",
                                "LNK-FLOW-01",
                                "Some requests get a 503 that does not say when to retry.",
                                rules -> {
                                    int[] count = {0};
                                    rules.instead(
                                            any -> ++count[0] % MANY == 0, any -> PlainResponse.error(503, "Later."));
                                })
                        .alsoBlaming(
                                "LNK-BEH-02", "a 503 that does not say when to retry is a failure of a valid request"),
                quota("quota-in-words", "unlimited"),
                quota("quota-below-zero", "-1"));
    }

    private static PlainFault accept(String name, String refused, String description) {
        Predicate<PlainRequest> names =
                request -> request.header("Accept").orElse("").startsWith(refused)
                        || request.header("Accept").orElse("").contains(" " + refused);
        return PlainFault.of(
                name,
                "LNK-HTTP-07",
                description,
                rules -> rules.instead(names, request -> PlainResponse.error(406, "Accept JSON.")));
    }

    private static PlainFault quota(String name, String value) {
        return PlainFault.of(
                name,
                "LNK-FLOW-02",
                "The quota that is left is %s.".formatted(value),
                rules -> rules.sent(response -> response.withHeader("X-RateLimit-Remaining-Day", value)));
    }

    private static PlainFault gzip(String name, boolean labelOnly) {
        return PlainFault.of(
                name,
                "LNK-HTTP-11",
                labelOnly ? "What is not compressed is called so." : "What is compressed is not called so.",
                rules -> rules.around(next -> request -> {
                    PlainResponse response = next.handle(request);
                    if (!response.isSuccess() || !request.has("Accept-Encoding", "gzip")) {
                        return response;
                    }
                    return labelOnly
                            ? response.withHeader("content-encoding", "gzip")
                            : response.withRaw(zipped(response.body()));
                }));
    }

    static byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
