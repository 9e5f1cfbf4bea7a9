package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything that a correct gateway may do otherwise. */
final class PlainVariants {
    private static final PlainResponse NOT_FOUND = PlainResponse.error(500, 3007, "op-exco", "not found user");

    private PlainVariants() {}

    static List<PlainVariant> all() {
        return List.of(
                PlainVariant.of(
                        "redirects-the-trailing-slash",
                        "A path with a slash at its end is redirected to the one without.",
                        rules -> rules.instead(
                                request -> request.path().endsWith("/"),
                                request -> PlainResponse.text(307, "text/plain", "")
                                        .withHeader("location", request.path().replaceAll("/$", "")))),
                PlainVariant.of("takes-the-trailing-slash", "A path with a slash at its end is the same.", rules -> {
                    var before = rules.path;
                    rules.path = before.andThen(path -> path.replaceAll("/$", ""));
                }),
                PlainVariant.of(
                        "does-not-implement-patch",
                        "A method that the server does not know gets a 501.",
                        rules -> rules.instead(
                                request -> request.method().equals("PATCH"),
                                request -> PlainResponse.error(501, "No such method.")),
                        "LNK-ERR-08",
                        "LNK-HTTP-09"),
                PlainVariant.of(
                        "no-route-for-wrong-method",
                        "A wrong method gets the short form of a 404.",
                        rules -> rules.errors(response -> response.status() == 405
                                ? PlainResponse.json(404, Map.of("message", "no Route matched with those values"))
                                : response),
                        "LNK-HTTP-09"),
                PlainVariant.of(
                        "options-says-what-is-allowed",
                        "OPTIONS is answered without content.",
                        rules -> rules.instead(
                                request -> request.method().equals("OPTIONS"),
                                request -> PlainResponse.text(204, "text/plain", "")
                                        .withHeader("allow", "POST"))),
                PlainVariant.of(
                        "short-401",
                        "A missing key gets the short form.",
                        rules -> rules.errors(response -> response.status() == 401
                                ? response.withData(data -> Map.of("message", "No API key found in request"))
                                : response)),
                PlainVariant.of(
                        "names-in-hangul-alone",
                        "A name that is not made of Hangul syllables is refused.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> !root.at(PlainMember.NAME).asText().matches("[가-힣]*"))),
                        "LNK-LEN-14",
                        "LNK-LEN-15"),
                PlainVariant.of(
                        "no-names-in-latin-letters",
                        "A name in ASCII is refused.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> root.at(PlainMember.NAME).asText().matches("\\p{ASCII}+")))),
                PlainVariant.of(
                        "name-has-to-be-that-of-the-ci",
                        "A ci with the name of somebody else gets a 403/2100.",
                        rules -> {
                            var before = rules.respond;
                            rules.respond = asked -> PlainPeople.MEMBERS.stream()
                                            .anyMatch(person -> person.ci().equals(asked.ci())
                                                    && !person.name().equals(asked.name()))
                                    ? PlainResponse.error(403, 2100, "op-auth", "Not the person's name.")
                                    : before.apply(asked);
                        }),
                PlainVariant.of(
                        "name-is-not-looked-at",
                        "People are known by their ci alone.",
                        rules -> rules.find = asked -> PlainPeople.MEMBERS.stream()
                                .filter(person -> person.ci().equals(asked.ci()))
                                .findFirst()),
                PlainVariant.of(
                        "ci-has-to-be-base64",
                        "A ci with characters that Base64 has not is refused.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> !root.at(PlainMember.CI).asText().matches("[A-Za-z0-9+/]*={0,2}")))),
                PlainVariant.of(
                        "ignores-what-follows",
                        "What follows the first value is not read.",
                        rules -> rules.reader = PlainJson.strict()
                                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                .build()::readTree,
                        "LNK-JSON-03"),
                PlainVariant.of(
                        "reads-comments",
                        "Comments in JSON are read over.",
                        rules -> rules.reader = PlainJson.reader(
                                JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_YAML_COMMENTS),
                        "LNK-JSON-04"),
                PlainVariant.of("composes-names", "Texts are composed (NFC) before their length is counted.", rules -> {
                    var before = rules.reader;
                    rules.reader = text -> before.read(Normalizer.normalize(text, Normalizer.Form.NFC));
                }),
                PlainVariant.of(
                        "null-date-of-strangers",
                        "The date of a non-member is null.",
                        rules -> rules.data(dateOfStranger(null)),
                        "LNK-RES-23"),
                PlainVariant.of(
                        "empty-date-of-strangers",
                        "The date of a non-member is empty.",
                        rules -> rules.data(dateOfStranger("")),
                        "LNK-RES-23"),
                PlainVariant.of(
                        "reference-counted-in-utf-16",
                        "The length of reqIdConsumer is that of a Java string.",
                        rules -> rules.read(PlainTree.refusing(
                                root -> root.at(PlainMember.REFERENCE).asText().length() > 20)),
                        "LNK-LEN-13"),
                PlainVariant.of(
                        "always-compressed-if-possible",
                        "Whoever accepts gzip gets it, errors included.",
                        rules -> rules.around(next -> request -> {
                            PlainResponse response = next.handle(request);
                            return request.header("Accept-Encoding").orElse("").contains("gzip")
                                    ? response.withRaw(HttpFaults.zipped(response.body()))
                                            .withHeader("content-encoding", "gzip")
                                            .withHeader("vary", "accept-encoding")
                                    : response;
                        })),
                PlainVariant.of(
                        "cookie-of-a-load-balancer",
                        "A cookie is set, and not looked at.",
                        rules -> rules.sent(response -> response.withHeader("set-cookie", "server=2; Path=/"))),
                PlainVariant.of(
                        "user-not-found",
                        "The account look-up for an unknown person yields a 500/3007.",
                        rules -> rules.strangers(PlainOperation.CONSENT, NOT_FOUND)),
                PlainVariant.of(
                        "web-server-refuses-large-bodies",
                        "A body that is too large gets a page of the web server.",
                        rules -> rules.errors(response -> response.status() == 413
                                ? PlainResponse.text(413, "text/html", "<h1>413 Request Entity Too Large</h1>")
                                : response)),
                PlainVariant.of(
                        "takes-large-bodies",
                        "A body of a mebibyte is read.",
                        rules -> rules.skip(PlainStep.SIZE, request -> true)),
                PlainVariant.of(
                        "not-acceptable",
                        "An Accept without JSON gets a 406.",
                        rules -> rules.instead(
                                request ->
                                        request.header("Accept").orElse("*/*").matches("(?!.*(json|\\*)).*"),
                                request -> PlainResponse.error(406, "There is JSON only."))),
                PlainVariant.of(
                        "media-type-refused-with-400",
                        "Another media type gets a 400.",
                        rules -> rules.errors(
                                response -> response.status() == 415 ? PlainResponse.error(400, "No.") : response)),
                PlainVariant.of("accounts-in-any-order", "The order of accounts changes from time to time.", rules -> {
                    var before = rules.accounts;
                    rules.accounts = asked -> shuffled(before.apply(asked));
                }),
                PlainVariant.of(
                        "scheme-in-capitals",
                        "The label of JSON is in capitals and has a charset.",
                        rules -> rules.sent(response -> response.withHeader(
                                "content-type",
                                (response.headers().get("content-type") + "; charset=utf-8")
                                        .toUpperCase(Locale.ROOT)))),
                PlainVariant.of(
                        "parsing-error",
                        "What is not JSON gets a 500/3011.",
                        rules -> rules.errors(response -> response.text().contains("That is no JSON")
                                ? PlainResponse.error(500, 3011, "op-exco", "Json parsing error")
                                : response),
                        "LNK-ERR-06",
                        "LNK-JSON-08",
                        "LNK-JSON-09",
                        "LNK-REQ-15"));
    }

    private static UnaryOperator<Map<String, Object>> dateOfStranger(@Nullable String date) {
        return data -> {
            if ("nonMember".equals(data.get("result"))) {
                data.put("commonTermsExpireDate", date);
            }
            return data;
        };
    }

    private static <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy);
        return copy;
    }
}
