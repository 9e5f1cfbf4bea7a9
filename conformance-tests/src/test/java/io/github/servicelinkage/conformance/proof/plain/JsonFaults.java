package io.github.servicelinkage.conformance.proof.plain;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** MEDIA, JSON: what a body is taken for. */
final class JsonFaults {
    private static final int MUCH = 1_000_000;

    private JsonFaults() {}

    static List<PlainFault> faults() {
        return List.of(
                PlainFault.of(
                                "media-type-with-case",
                                "LNK-MEDIA-01",
                                "The media type is compared with its case.",
                                rules -> rules.isJson =
                                        type -> type.split(";")[0].strip().equals("application/json"))
                        .alsoBlaming(
                                "LNK-MEDIA-02", "the document's own Application/json; charset=utf-8 has a capital"),
                PlainFault.of(
                        "media-type-without-parameters",
                        "LNK-MEDIA-02",
                        "A media type with a charset is another one.",
                        rules -> rules.isJson = "application/json"::equalsIgnoreCase),
                PlainFault.of(
                        "charset-in-quotes",
                        "LNK-MEDIA-02",
                        "The quotes of a charset are taken for part of its name.",
                        rules -> rules.isJson = rules.isJson.and(type -> !type.contains("\""))),
                media(
                        "media-type-by-its-beginning",
                        "is compared up to the length of the right one",
                        type -> type.toLowerCase(Locale.ROOT).startsWith("application/json")),
                media("form-of-json", "may be that of a form", type -> type.contains("form")),
                media("any-media-type", "may be any", type -> true),
                PlainFault.of(
                        "no-media-type",
                        "LNK-MEDIA-04",
                        "Without a media type a body is read as JSON.",
                        rules -> rules.skip(
                                PlainStep.MEDIA_TYPE,
                                request -> request.header("Content-Type").isEmpty())),
                PlainFault.of(
                        "empty-body-is-a-health-check",
                        "LNK-JSON-01",
                        "An empty body is taken for a health check, and gets a response about nobody.",
                        rules -> rules.instead(
                                request -> request.method().equals("POST")
                                        && new String(request.body(), StandardCharsets.UTF_8).isBlank(),
                                request -> PlainResponse.json(
                                        200, Map.of("result", "nonMember", "vtAccList", List.of())))),
                PlainFault.of(
                        "closes-open-braces", "LNK-JSON-02", "A tolerant reader closes what was left open.", rules -> {
                            PlainJson.Reader before = rules.reader;
                            rules.reader = text -> {
                                try {
                                    return before.read(text);
                                } catch (JsonEOFException e) {
                                    return before.read(text + "}");
                                }
                            };
                        }),
                PlainFault.of(
                        "ignores-what-follows",
                        "LNK-JSON-03",
                        "The reader stops after the first value.",
                        rules -> rules.reader = PlainJson.strict()
                                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                                .build()::readTree),
                allowing("comments", "LNK-JSON-04", JsonReadFeature.ALLOW_JAVA_COMMENTS),
                allowing("single-quotes", "LNK-JSON-05", JsonReadFeature.ALLOW_SINGLE_QUOTES),
                allowing("trailing-comma", "LNK-JSON-05", JsonReadFeature.ALLOW_TRAILING_COMMA),
                PlainFault.of(
                                "replaces-what-is-not-utf-8",
                                "LNK-JSON-06",
                                "Bytes that are not UTF-8 become U+FFFD.",
                                rules -> rules.decoder = body -> new String(body, StandardCharsets.UTF_8))
                        .alsoBlaming("LNK-JSON-13", "a name in EUC-KR is replaced in the same way"),
                PlainFault.of(
                        "falls-back-to-euc-kr",
                        "LNK-JSON-06",
                        "What is not UTF-8 is read as the older Korean encoding.",
                        rules -> rules.decoder = body -> {
                            try {
                                return PlainJson.utf8(body);
                            } catch (IOException e) {
                                return new String(body, Charset.forName("EUC-KR"));
                            }
                        }),
                PlainFault.of(
                        "looks-for-broken-names-only-in-free-text",
                        "LNK-JSON-13",
                        "Bytes that are not UTF-8 are noticed in reqIdConsumer alone.",
                        rules -> {
                            rules.decoder = body -> new String(body, StandardCharsets.UTF_8);
                            rules.read(PlainTree.refusing(root ->
                                    root.at(PlainMember.REFERENCE).asText().contains("\uFFFD")));
                        }),
                failing("lone-surrogate", "LNK-JSON-07", text -> text.contains("\\ud800")),
                failing("byte-order-mark", "LNK-JSON-08", text -> text.startsWith("\uFEFF")),
                failing("deep-nesting", "LNK-JSON-09", text -> text.contains("[[[[[[[[")),
                failing("large-body", "LNK-JSON-10", text -> text.length() > MUCH),
                PlainFault.of(
                        "member-names-as-they-stand",
                        "LNK-JSON-11",
                        "Escapes in the names of members are not resolved.",
                        rules -> {
                            PlainJson.Reader before = rules.reader;
                            rules.reader = text -> before.read(text.replace("\"p\\u0061rtner\"", "\"u0061\""));
                        }),
                PlainFault.of(
                        "partner-comes-first",
                        "LNK-JSON-12",
                        "A reader made by hand wants the members in the order of the document.",
                        rules -> rules.read(PlainTree.refusing(root -> !root.isObject()
                                || root.isEmpty()
                                || !root.fieldNames().next().equals("partner")))));
    }

    private static PlainFault media(String name, String how, Predicate<String> more) {
        return PlainFault.of(
                name,
                "LNK-MEDIA-03",
                "The media type %s.".formatted(how),
                rules -> rules.isJson = rules.isJson.or(more));
    }

    private static PlainFault allowing(String what, String requirement, JsonReadFeature feature) {
        return PlainFault.of(
                "reads-" + what,
                requirement,
                "The JSON library is set to read %s.".formatted(what.replace('-', ' ')),
                rules -> rules.reader = PlainJson.reader(feature));
    }

    private static PlainFault failing(String what, String requirement, Predicate<String> when) {
        return PlainFault.of(
                "fails-on-" + what,
                requirement,
                "A body with %s ends in a 500.".formatted(what.replace('-', ' ')),
                rules -> {
                    rules.skip(PlainStep.SIZE, request -> true);
                    PlainJson.Reader before = rules.reader;
                    rules.reader = text -> {
                        if (when.test(text)) {
                            throw new IllegalStateException("failed");
                        }
                        return before.read(text);
                    };
                });
    }
}
