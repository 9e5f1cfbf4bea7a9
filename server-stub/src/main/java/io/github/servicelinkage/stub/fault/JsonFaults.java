package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON: what is accepted as JSON, and what is not (RFC 8259). */
final class JsonFaults {
    static final Pattern LONE_SURROGATE =
            Pattern.compile("(?<!\\\\ud[89ab]\\p{XDigit}{2})\\\\ud[89a-f]\\p{XDigit}{2}(?!\\\\ud[c-f])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u(?!d[89a-f])(\\p{XDigit}{4})");
    static final int BIG = 1 << 19;
    private static final String DEEP_ARRAYS = "[".repeat(100);
    private static final String DEEP_OBJECTS = "{\"x\":".repeat(100);

    private JsonFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "accepts-empty-body",
                        "LNK-JSON-01",
                        new Text("빈 본문을 기본 요청으로 수락한다.", "An empty body is accepted as a default request."),
                        Rewrite.accept(request -> request.body().text().isBlank()
                                ? request.withBody(Bytes.of(ServiceLinkageApi.PERSON_REQUEST))
                                : request)),
                new Fault(
                        "closes-truncated-JSON",
                        "LNK-JSON-02",
                        new Text(
                                "끝에 빠진 중괄호를 채워 수락한다.",
                                "A missing brace at the end is added, and the request accepted."),
                        Rewrite.accept(request -> Json.object(request.body()).isPresent()
                                ? request
                                : request.withBody(request.body().then("}")))),
                new Fault(
                        "ignores-trailing-data",
                        "LNK-JSON-03",
                        new Text("첫 JSON 값 뒤의 내용을 읽지 않는다.", "What follows the first JSON value is not read."),
                        reading(Json.lenient())),
                new Fault(
                        "accepts-comments",
                        "LNK-JSON-04",
                        new Text("Java 주석을 무시한다.", "Java comments are ignored."),
                        reading(strict(JsonReadFeature.ALLOW_JAVA_COMMENTS))),
                new Fault(
                        "accepts-hash-comments",
                        "LNK-JSON-04",
                        new Text("YAML 주석을 무시한다.", "YAML comments are ignored."),
                        reading(strict(JsonReadFeature.ALLOW_YAML_COMMENTS))),
                new Fault(
                        "accepts-single-quotes",
                        "LNK-JSON-05",
                        new Text("작은따옴표를 큰따옴표로 수락한다.", "Single quotes are accepted as double quotes."),
                        reading(strict(JsonReadFeature.ALLOW_SINGLE_QUOTES))),
                new Fault(
                        "accepts-names-without-quotes",
                        "LNK-JSON-05",
                        new Text("따옴표 없는 이름을 수락한다.", "Names without quotes are accepted."),
                        reading(strict(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES))),
                new Fault(
                        "accepts-trailing-comma",
                        "LNK-JSON-05",
                        new Text("마지막 항목 뒤의 쉼표를 수락한다.", "A comma after the last member is accepted."),
                        reading(strict(JsonReadFeature.ALLOW_TRAILING_COMMA))),
                new Fault(
                        "replaces-invalid-UTF-8",
                        "LNK-JSON-06",
                        new Text(
                                "korName 밖의 UTF-8이 아닌 바이트를 다른 문자로 바꾸어 수락한다.",
                                "Bytes outside korName that are not UTF-8 are replaced, and the request accepted."),
                        replacing(false)),
                new Fault(
                        "reads-names-as-UTF-8-with-replacement",
                        "LNK-JSON-13",
                        new Text(
                                "EUC-KR로 쓴 korName을 깨진 이름으로 읽어, 모르는 사람처럼 응답한다.",
                                "A korName in EUC-KR becomes a garbled name, which nobody bears."),
                        replacing(true)),
                fails(
                        "fails-on-lone-surrogate",
                        "LNK-JSON-07",
                        new Text("서로게이트 쌍의 한쪽만 있는 본문", "a body with half of a surrogate pair"),
                        body -> LONE_SURROGATE.matcher(body).find()),
                fails(
                        "fails-on-BOM",
                        "LNK-JSON-08",
                        new Text("BOM으로 시작하는 본문", "a body that starts with a BOM"),
                        body -> body.startsWith("\uFEFF")),
                fails(
                        "fails-on-depth",
                        "LNK-JSON-09",
                        new Text("깊게 중첩된 본문", "a deeply nested body"),
                        body -> body.contains(DEEP_ARRAYS) || body.contains(DEEP_OBJECTS)),
                fails(
                        "fails-on-deep-arrays",
                        "LNK-JSON-09",
                        new Text("깊게 중첩된 배열", "deeply nested arrays"),
                        body -> body.contains(DEEP_ARRAYS)),
                fails(
                        "fails-on-size",
                        "LNK-JSON-10",
                        new Text("0.5MiB 이상인 본문", "a body of half a mebibyte or more"),
                        body -> body.length() >= BIG),
                new Fault(
                        "refuses-escapes",
                        "LNK-JSON-11",
                        new Text("\\u 이스케이프가 있는 본문을 거부한다.", "A body with \\u escapes is rejected."),
                        Rewrite.refuse(
                                request -> ESCAPE.matcher(request.body().text()).find(), ErrorResponse.BAD_REQUEST)),
                new Fault(
                        "reads-escapes-as-they-stand",
                        "LNK-JSON-11",
                        new Text(
                                "\\u 이스케이프를 풀지 않아 다른 이름으로 읽는다.",
                                "A \\u escape is not decoded, so the name becomes another one."),
                        (next, setup) -> request -> {
                            Matcher escape = ESCAPE.matcher(request.body().text());
                            return next.handle(
                                    escape.find() ? request.withBody(Bytes.of(escape.replaceAll("u$1"))) : request);
                        }),
                new Fault(
                        "expects-partner-first",
                        "LNK-JSON-12",
                        new Text(
                                "첫 항목이 partner가 아닌 본문을 거부한다.", "A body whose first member is not partner is rejected."),
                        Rewrite.refuseJson(
                                request -> !request.fieldNames().next().equals("partner"))),
                new Fault(
                        "refuses-white-space",
                        "LNK-JSON-12",
                        new Text("여러 줄로 된 본문을 거부한다.", "A body of several lines is rejected."),
                        Rewrite.refuse(request -> request.body().text().contains("\n"), ErrorResponse.BAD_REQUEST)));
    }

    private static Fault fails(String name, String requirement, Text what, Predicate<String> which) {
        return new Fault(
                name,
                requirement,
                new Text("500으로 응답하는 요청: %s.", "The response to %s is 500.").with(what),
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

    /** A body with a replacement character for each byte that is not UTF-8, in the name or anywhere else. */
    private static Interceptor replacing(boolean inName) {
        return Rewrite.accept(request -> {
            Bytes replaced = Bytes.of(request.body().text());
            return Json.text(replaced, "/body/korName").contains("\uFFFD") == inName
                    ? request.withBody(replaced)
                    : request;
        });
    }
}
