package io.github.servicelinkage.conformance.proof.plain;

import java.util.List;
import java.util.function.Predicate;

/** AUTH: how the key is compared, and what a refusal says. */
final class KeyFaults {
    private static final Predicate<PlainRequest> NO_KEY =
            request -> request.header("apikey").isEmpty();
    private static final String NO_KEY_IN_ANY_FORM = "a request without a key gets data in whatever form it comes";

    private KeyFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                        "key-of-one-operation-on-consent",
                        "LNK-AUTH-01",
                        "The key was granted for the membership look-up only.",
                        rules -> rules.instead(
                                request -> request.target().endsWith("/consent/search"),
                                request -> PlainResponse.error(401, "Who are you?")
                                        .withHeader("www-authenticate", "Key"))),
                PlainFault.of(
                                "absent-key-is-internal-caller",
                                "LNK-AUTH-02",
                                "A request without the header is taken for one from inside.",
                                rules -> rules.skip(PlainStep.KEY, NO_KEY))
                        .alsoBlaming("LNK-AUTH-10", NO_KEY_IN_ANY_FORM),
                PlainFault.of(
                        "blank-key-is-no-key",
                        "LNK-AUTH-03",
                        "A filter that looks for a key lets an empty one pass.",
                        rules -> rules.skip(PlainStep.KEY, request -> request.has("apikey", ""))),
                PlainFault.of(
                                "any-key-of-the-right-form",
                                "LNK-AUTH-04",
                                "Only the form of a key is checked, by a regular expression.",
                                rules -> rules.key((sent, right) -> sent.matches("l7xx[0-9a-f]{32}")))
                        .alsoBlaming("LNK-AUTH-09", "the wrong key before the wrong body is taken as well"),
                PlainFault.of(
                        "key-cut-in-the-table",
                        "LNK-AUTH-04",
                        "Only the first 35 characters of a key are kept in the table.",
                        rules -> rules.key((sent, right) -> sent.length() == right.length()
                                && sent.substring(0, 35).equals(right.substring(0, 35)))),
                PlainFault.of(
                        "prefix-of-key",
                        "LNK-AUTH-05",
                        "The right key only has to begin with what was sent.",
                        rules -> rules.key((sent, right) -> sent.length() > 8 && right.startsWith(sent))),
                PlainFault.of(
                        "key-and-more",
                        "LNK-AUTH-06",
                        "What was sent only has to begin with the right key.",
                        rules -> rules.key((sent, right) -> sent.startsWith(right))),
                PlainFault.of(
                        "key-by-case-insensitive-collation",
                        "LNK-AUTH-07",
                        "The database compares keys without case.",
                        rules -> rules.key((sent, right) -> sent.equalsIgnoreCase(right))),
                PlainFault.of(
                        "header-names-in-a-case-sensitive-map",
                        "LNK-AUTH-08",
                        "Only a header that is spelt apikey is found.",
                        rules -> rules.instead(
                                request -> request.fields().stream()
                                        .anyMatch(field -> field.name().equalsIgnoreCase("apikey")
                                                && !field.name().equals("apikey")),
                                request -> PlainResponse.error(401, "Who are you?")
                                        .withHeader("www-authenticate", "Key"))),
                PlainFault.of("key-after-body", "LNK-AUTH-09", "The body is validated before the key.", rules -> {
                    rules.order.remove(PlainStep.KEY);
                    rules.order.add(PlainStep.KEY);
                }),
                PlainFault.of(
                        "key-from-query",
                        "LNK-AUTH-10",
                        "A parameter of the query counts like a header.",
                        rules -> rules.received(request -> request.query().startsWith("apikey=")
                                ? request.with("apikey", request.query().substring("apikey=".length()))
                                : request)),
                PlainFault.of(
                        "key-with-its-white-space",
                        "LNK-AUTH-11",
                        "Only one blank is cut off in front of a value.",
                        rules -> rules.instead(
                                request -> request.fields().stream()
                                        .anyMatch(field -> field.name().equalsIgnoreCase("apikey")
                                                && field.value().startsWith("  ")),
                                request -> PlainResponse.error(401, "Who are you?")
                                        .withHeader("www-authenticate", "Key"))),
                PlainFault.of(
                        "last-of-two-keys",
                        "LNK-AUTH-12",
                        "The later of two headers overwrites the first.",
                        rules -> rules.received(request -> request.all("apikey").size() < 2
                                ? request
                                : request.with("apikey", request.all("apikey").get(1)))),
                PlainFault.of(
                        "one-right-key-among-several",
                        "LNK-AUTH-12",
                        "It is enough that one of several keys is right.",
                        rules -> rules.knowsKey =
                                (request, key) -> request.all("apikey").contains(key)),
                PlainFault.of(
                        "no-challenge",
                        "LNK-AUTH-13",
                        "A 401 does not say how to authenticate.",
                        rules -> rules.errors(response -> response.withoutHeader("www-authenticate"))),
                PlainFault.of(
                        "challenge-without-scheme",
                        "LNK-AUTH-14",
                        "The challenge is a parameter alone.",
                        rules -> rules.errors(response -> response.status() == 401
                                ? response.withHeader("www-authenticate", "realm=\"gateway\"")
                                : response)));
    }
}
