package io.github.servicelinkage.conformance.proof.plain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** AUTH: ways around the key. */
final class BypassFaults {
    private static final String REQUIREMENT = "LNK-AUTH-15";

    private BypassFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                header("X-Forwarded-For", "127.0.0.1", "A caller who says to come from inside needs no key."),
                header("X-Real-IP", "127.0.0.1", "The address that a proxy reports is trusted."),
                header("X-Internal", "true", "A header marks calls from inside, whoever sends it."),
                bypass(
                        "forwarded-for-loopback",
                        "The standard header of proxies is trusted.",
                        request -> request.header("Forwarded").isPresent()),
                bypass(
                        "session-cookie-for-key",
                        "A cookie is taken for a session that has been checked.",
                        request -> request.header("Cookie").isPresent()),
                bypass(
                        "bearer-token-for-key",
                        "Any bearer token is left to a server behind, which does not check it.",
                        request -> request.header("Authorization").isPresent()),
                bypass(
                        "no-key-over-http-1.0",
                        "HTTP/1.0 is only spoken by the health check, so it needs no key.",
                        request -> request.version().equals("HTTP/1.0")),
                bypass(
                        "no-key-in-absolute-form",
                        "The filter for keys compares the target with the path.",
                        request -> request.target().startsWith("http")),
                bypass(
                        "no-key-with-query",
                        "The filter for keys compares the target, which has a query.",
                        request -> request.query().equals("x=1")),
                path("double-slash", "are put together", text -> text.replaceAll("/+", "/")),
                path("path-parameter", "are cut off after a semicolon", text -> text.replaceAll(";[^/]*", "")),
                path("encoded-path", "are decoded", text -> URLDecoder.decode(text, StandardCharsets.UTF_8)),
                path("path-in-capitals", "are compared without case", text -> text.toLowerCase(Locale.ROOT)),
                path("dot-segment", "are normalised", text -> text.replace("/./", "/")),
                path("trailing-slash", "are cut at a last slash", text -> text.replaceAll("/$", "")),
                path("suffix", "are cut at a suffix", text -> text.replaceAll("\\.json$", "")),
                PlainFault.of(
                        "method-override",
                        REQUIREMENT,
                        "The filter for keys leaves GET alone, and another one makes a POST of it.",
                        rules -> {
                            Predicate<PlainRequest> overridden =
                                    request -> request.has("X-HTTP-Method-Override", "POST");
                            rules.skip(PlainStep.KEY, overridden);
                            rules.skip(PlainStep.METHOD, overridden);
                        }),
                PlainFault.of(
                                "preflight-runs-the-operation",
                                REQUIREMENT,
                                "OPTIONS needs no key, and is passed on like a POST.",
                                rules -> {
                                    Predicate<PlainRequest> options =
                                            request -> request.method().equals("OPTIONS");
                                    rules.skip(PlainStep.KEY, options);
                                    rules.skip(PlainStep.METHOD, options);
                                })
                        .alsoBlaming("LNK-HTTP-12", "with a key OPTIONS gives the data as well"));
    }

    private static PlainFault header(String name, String value, String description) {
        return bypass("trusts-" + name, description, request -> request.has(name, value));
    }

    private static PlainFault bypass(String name, String description, Predicate<PlainRequest> trusted) {
        return PlainFault.of(name, REQUIREMENT, description, rules -> rules.skip(PlainStep.KEY, trusted));
    }

    /** The filter for keys sees the path as it was sent, and the router what it makes of it. */
    private static PlainFault path(String name, String what, UnaryOperator<String> routed) {
        return PlainFault.of(
                "key-filter-and-router-differ-on-" + name,
                REQUIREMENT,
                "Paths %s after the key was looked for.".formatted(what),
                rules -> {
                    Function<PlainRequest, String> sent = rules.path;
                    rules.path = sent.andThen(routed);
                    rules.skip(PlainStep.KEY, request -> !sent.apply(request).equals(rules.path.apply(request)));
                });
    }
}
