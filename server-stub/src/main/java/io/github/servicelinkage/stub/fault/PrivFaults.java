package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.message.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** PRIV: what a response discloses. */
final class PrivFaults {
    private static final int QUOTED = 400;

    private PrivFaults() {}

    static List<Fault> faults() {
        return List.of(
                inDescription("error-repeats-ci", "LNK-PRIV-01", new Text("ci", "the ci"), request -> ci(request)),
                inHeader(
                        "error-repeats-ci-in-header",
                        "LNK-PRIV-01",
                        new Text("ci", "the ci"),
                        request -> encoded(ci(request))),
                inDescription(
                        "error-repeats-ci-over-lines",
                        "LNK-PRIV-01",
                        new Text("여러 줄로 나눈 ci", "the ci, broken into lines"),
                        request -> ci(request).replaceAll("(.{40})", "$1\n")),
                inDescription(
                        "error-repeats-name", "LNK-PRIV-02", new Text("korName", "the korName"), PrivFaults::name),
                inHeader(
                        "error-repeats-name-in-header",
                        "LNK-PRIV-02",
                        new Text("korName", "the korName"),
                        request -> encoded(name(request))),
                inDescription("error-repeats-key", "LNK-PRIV-03", new Text("API 키", "the API key"), PrivFaults::key),
                inHeader(
                        "error-repeats-key-in-header",
                        "LNK-PRIV-03",
                        new Text("API 키", "the API key"),
                        PrivFaults::key),
                inDescription(
                        "error-shows-stack-trace",
                        "LNK-PRIV-04",
                        new Text("Java 스택 트레이스", "a Java stack trace"),
                        request ->
                                "java.lang.NullPointerException\n\tat com.example.gateway.Lookup.find(Lookup.java:42)"),
                inDescription(
                        "error-shows-traceback",
                        "LNK-PRIV-04",
                        new Text("Python 트레이스백", "a Python traceback"),
                        request -> "Traceback (most recent call last):\n  File \"lookup.py\", line 42, in find"),
                new Fault(
                        "omits-no-store",
                        "LNK-PRIV-05",
                        new Text("응답에 Cache-Control이 없다.", "Responses have no Cache-Control."),
                        Rewrite.response(
                                (request, response) -> response.withoutHeader(ServiceLinkageApi.CACHE_CONTROL))),
                new Fault(
                        "lets-successes-be-stored",
                        "LNK-PRIV-05",
                        new Text("성공 응답을 1분간 저장할 수 있게 한다.", "Successful responses may be stored for a minute."),
                        Rewrite.success(response ->
                                response.withHeader(ServiceLinkageApi.CACHE_CONTROL, "private, max-age=60"))),
                inDescription(
                        "error-shows-class-name",
                        "LNK-PRIV-06",
                        new Text("클래스 이름", "the name of a class"),
                        request -> "com.example.gateway.UnexpectedValueException"),
                inDescription(
                        "error-shows-SQL",
                        "LNK-PRIV-06",
                        new Text("데이터베이스 쿼리", "a database query"),
                        request -> "ORA-00942 in SELECT result FROM member WHERE service = :1"),
                inDescription(
                        "error-shows-path",
                        "LNK-PRIV-06",
                        new Text("서버의 파일 경로", "a file path of the server"),
                        request -> "cannot read /opt/gateway/conf/members.properties"),
                inDescription(
                        "error-repeats-unknown-member",
                        "LNK-PRIV-07",
                        new Text("문서에 없는 항목의 값", "the value of an undocumented member"),
                        request -> Json.text(request.body(), "/marker")),
                quotesUnparsable());
    }

    private static Fault quotesUnparsable() {
        return new Fault(
                        "quotes-unparsable-body",
                        "LNK-PRIV-01",
                        new Text(
                                "파싱할 수 없는 본문의 처음 400자를 오류의 description에 담는다.",
                                "The description of an error quotes 400 characters of a body that cannot be parsed."),
                        Rewrite.error((request, response) -> Json.isValue(request.body())
                                ? response
                                : response.withBody(Json.changed(
                                        response.body(),
                                        error -> error.put(
                                                "description",
                                                start(request.body().text()))))))
                .alsoBlaming("LNK-PRIV-02", "the body has the korName, too");
    }

    private static String start(String text) {
        return text.substring(0, Math.min(QUOTED, text.length()));
    }

    private static Fault inDescription(String name, String requirement, Text what, Function<Request, String> text) {
        return new Fault(
                name,
                requirement,
                new Text("오류의 description에 드러나는 내용: %s.", "The description of an error shows %s.").with(what),
                Rewrite.error((request, response) -> response.withBody(
                        Json.changed(response.body(), error -> error.put("description", text.apply(request))))));
    }

    private static Fault inHeader(String name, String requirement, Text what, Function<Request, String> text) {
        return new Fault(
                name,
                requirement,
                new Text("오류의 헤더에 드러나는 내용: %s.", "A header of an error shows %s.").with(what),
                Rewrite.error(
                        (request, response) -> response.withHeader("X-Request-Context", "for=" + text.apply(request))));
    }

    static String ci(Request request) {
        return Json.text(request.body(), "/commonHeader/ci");
    }

    static String name(Request request) {
        return Json.text(request.body(), "/body/korName");
    }

    static String key(Request request) {
        return Objects.requireNonNullElse(request.headers().get(API_KEY_HEADER), "");
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
