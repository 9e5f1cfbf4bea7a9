package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 8259: what is taken for JSON, and what is not. */
final class JsonFaults {
    private static final Pattern LONE_SURROGATE =
            Pattern.compile("(?<!\\\\ud[89ab]\\p{XDigit}{2})\\\\ud[89a-f]\\p{XDigit}{2}(?!\\\\ud[c-f])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(?!d[89a-f])(\\p{XDigit}{4})");
    private static final int BIG = 1 << 19;
    private static final String DEEP_ARRAYS = "[".repeat(100);
    private static final String DEEP_OBJECTS = "{\"x\":".repeat(100);

    private JsonFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "accepts-empty-body",
                        "LNK-JSON-01",
                        "An empty body is taken for a default request.",
                        Rewrite.accept(request -> request.body().text().isBlank()
                                ? request.withBody(Bytes.of(ServiceLinkageApi.PERSON_REQUEST))
                                : request)),
                new Fault(
                        "closes-truncated-JSON",
                        "LNK-JSON-02",
                        "A missing brace at the end is added.",
                        Rewrite.accept(request -> Json.object(request.body()).isPresent()
                                ? request
                                : request.withBody(request.body().then("}")))),
                new Fault(
                        "ignores-trailing-data",
                        "LNK-JSON-03",
                        "What follows the first JSON value is not read.",
                        reading(Json.lenient())),
                new Fault(
                        "accepts-comments",
                        "LNK-JSON-04",
                        "Comments of Java are passed over.",
                        reading(strict(JsonReadFeature.ALLOW_JAVA_COMMENTS))),
                new Fault(
                        "accepts-hash-comments",
                        "LNK-JSON-04",
                        "Comments of YAML are passed over.",
                        reading(strict(JsonReadFeature.ALLOW_YAML_COMMENTS))),
                new Fault(
                        "accepts-single-quotes",
                        "LNK-JSON-05",
                        "Single quotes are taken for double ones.",
                        reading(strict(JsonReadFeature.ALLOW_SINGLE_QUOTES))),
                new Fault(
                        "accepts-names-without-quotes",
                        "LNK-JSON-05",
                        "Names need no quotes.",
                        reading(strict(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES))),
                new Fault(
                        "accepts-trailing-comma",
                        "LNK-JSON-05",
                        "A comma may follow the last member.",
                        reading(strict(JsonReadFeature.ALLOW_TRAILING_COMMA))),
                new Fault(
                        "replaces-invalid-UTF-8",
                        "LNK-JSON-06",
                        "Bytes that are not UTF-8 are replaced.",
                        Rewrite.accept(request ->
                                request.withBody(Bytes.of(request.body().text())))),
                new Fault(
                        "replaces-lone-surrogate",
                        "LNK-JSON-07",
                        "Half of a surrogate pair is replaced.",
                        acceptText(text -> LONE_SURROGATE.matcher(text).replaceAll("?"))),
                fails(
                        "fails-on-BOM",
                        "LNK-JSON-08",
                        "a body that starts with a BOM",
                        body -> body.startsWith("\uFEFF")),
                fails(
                        "fails-on-depth",
                        "LNK-JSON-09",
                        "a deeply nested body",
                        body -> body.contains(DEEP_ARRAYS) || body.contains(DEEP_OBJECTS)),
                fails(
                        "fails-on-deep-arrays",
                        "LNK-JSON-09",
                        "deeply nested arrays",
                        body -> body.contains(DEEP_ARRAYS)),
                fails(
                        "fails-on-size",
                        "LNK-JSON-10",
                        "a body of half a mebibyte or more",
                        body -> body.length() >= BIG),
                new Fault(
                        "refuses-escapes",
                        "LNK-JSON-11",
                        "A body with \\u escapes is refused.",
                        Rewrite.refuse(
                                request -> ESCAPE.matcher(request.body().text()).find(), ErrorResponse.BAD_REQUEST)),
                new Fault(
                        "reads-escapes-as-they-stand",
                        "LNK-JSON-11",
                        "A \\u escape is not decoded, so the name is another one.",
                        (next, setup) -> request -> {
                            Matcher escape = ESCAPE.matcher(request.body().text());
                            return next.handle(
                                    escape.find() ? request.withBody(Bytes.of(escape.replaceAll("u$1"))) : request);
                        }),
                new Fault(
                        "expects-partner-first",
                        "LNK-JSON-12",
                        "A body whose first member is not partner is refused.",
                        Rewrite.refuseJson(
                                request -> !request.fieldNames().next().equals("partner"))),
                new Fault(
                        "refuses-white-space",
                        "LNK-JSON-12",
                        "A body of several lines is refused.",
                        Rewrite.refuse(request -> request.body().text().contains("\n"), ErrorResponse.BAD_REQUEST)));
    }

    private static Fault fails(String name, String requirement, String what, Predicate<String> which) {
        return new Fault(
                name,
                requirement,
                "The response to %s is 500.".formatted(what),
                Rewrite.fail(request -> which.test(request.body().text()), ErrorResponse.INTERNAL_SERVER_ERROR));
    }

    private static ObjectMapper strict(JsonReadFeature feature) {
        return Json.lenient(feature)
                .rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static Interceptor reading(ObjectMapper reader) {
        return Rewrite.accept(request -> Json.object(request.body()).isPresent()
                ? request
                : Json.object(reader, request.body())
                        .map(Json::buffer)
                        .map(request::withBody)
                        .orElse(request));
    }

    private static Interceptor acceptText(UnaryOperator<String> mend) {
        return Rewrite.accept((Request request) -> {
            String text = request.body().text();
            String mended = mend.apply(text);
            return mended.equals(text) ? request : request.withBody(Bytes.of(mended));
        });
    }
}
