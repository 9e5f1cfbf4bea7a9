package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** MEDIA: the media type of requests. */
final class MediaFaults {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    private MediaFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                                "compares-media-type-with-case",
                                "LNK-MEDIA-01",
                                new Text(
                                        "charset 유무와 관계없이 Application/json을 거부한다.",
                                        "Application/json is rejected, with and without a charset."),
                                refuse(type -> !type.startsWith(JSON)))
                        .alsoBlaming(
                                "LNK-MEDIA-02",
                                "the document's own Application/json; charset=utf-8 has both a capital and a charset"),
                new Fault(
                        "refuses-media-type-in-capitals",
                        "LNK-MEDIA-01",
                        new Text("APPLICATION/JSON을 거부한다.", "APPLICATION/JSON is rejected."),
                        refuse(type -> type.startsWith(JSON.toUpperCase(Locale.ROOT)))),
                new Fault(
                        "requires-charset",
                        "LNK-MEDIA-01",
                        new Text(
                                "charset이 없는 미디어 타입을 거부한다.", "A media type without the charset parameter is rejected."),
                        refuse(type -> !type.contains(";"))),
                new Fault(
                        "refuses-charset-parameter",
                        "LNK-MEDIA-02",
                        new Text("매개변수가 있는 미디어 타입을 거부한다.", "A media type with a parameter is rejected."),
                        refuse(type -> type.contains(";"))),
                new Fault(
                        "refuses-charset-in-capitals",
                        "LNK-MEDIA-02",
                        new Text(
                                "charset=utf-8은 수락하고 charset=UTF-8은 거부한다.",
                                "charset=UTF-8 is rejected, charset=utf-8 is not."),
                        refuse(type -> type.contains("UTF-8"))),
                new Fault(
                        "refuses-quoted-charset",
                        "LNK-MEDIA-02",
                        new Text("따옴표 안의 charset(\"utf-8\")을 거부한다.", "A quoted charset, \"utf-8\", is rejected."),
                        refuse(type -> type.contains("\""))),
                accepts("text/plain", "accepts-text-plain"),
                accepts("application/x-www-form-urlencoded", "accepts-form"),
                accepts("application/octet-stream", "accepts-octet-stream"),
                new Fault(
                        "compares-beginning-of-media-type",
                        "LNK-MEDIA-03",
                        new Text(
                                "application/json으로 시작하는 모든 미디어 타입을 수락한다.",
                                "Any media type that begins with application/json is accepted."),
                        accept(type -> type.startsWith(JSON))),
                new Fault(
                        "answers-406-to-other-media-types",
                        "LNK-MEDIA-03",
                        new Text("JSON이 아닌 요청을 406으로 거부한다.", "A request that is not JSON is rejected with 406."),
                        Rewrite.response((request, response) ->
                                response.status() == ErrorResponse.UNSUPPORTED_MEDIA_TYPE.status()
                                                && request.headers().contains(CONTENT_TYPE)
                                        ? Response.error(ErrorResponse.NOT_ACCEPTABLE)
                                        : response)),
                new Fault(
                        "accepts-missing-content-type",
                        "LNK-MEDIA-04",
                        new Text(
                                "Content-Type 없는 요청을 JSON으로 수락한다.",
                                "A request without Content-Type is accepted as JSON."),
                        Rewrite.accept(
                                request -> request.headers().contains(CONTENT_TYPE) ? request : asJson(request))));
    }

    private static Fault accepts(String type, String name) {
        return new Fault(
                name,
                "LNK-MEDIA-03",
                new Text("JSON으로 수락하는 미디어 타입: %s.", "%s is accepted as JSON.").with(type),
                accept(type::equals));
    }

    private static Interceptor accept(Predicate<String> which) {
        return Rewrite.accept(request -> which.test(type(request)) ? asJson(request) : request);
    }

    private static Interceptor refuse(Predicate<String> which) {
        return Rewrite.refuse(request -> which.test(type(request)), ErrorResponse.UNSUPPORTED_MEDIA_TYPE);
    }

    private static String type(Request request) {
        String type = request.headers().get(CONTENT_TYPE);
        return type == null ? "" : type;
    }

    private static Request asJson(Request request) {
        return request.withHeader(CONTENT_TYPE, JSON);
    }
}
