package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;

import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** AUTH: forms of a request for which nobody asks for the key. */
final class AuthBypassFaults {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern ENCODED = Pattern.compile("%(\\p{XDigit}{2})");

    private AuthBypassFaults() {}

    static List<Fault> faults() {
        return List.of(
                path(
                        "doubled-slash",
                        new Text("슬래시가 겹친 경로", "a path with a doubled slash"),
                        AuthBypassFaults::withSingleSlashes),
                path(
                        "path-parameter",
                        new Text("세미콜론 매개변수가 있는 경로", "a path with a parameter after a semicolon"),
                        path -> path.replaceAll(";[^/]*", "")),
                path(
                        "encoded-path",
                        new Text("퍼센트 인코딩한 경로", "a percent-encoded path"),
                        path -> ENCODED.matcher(path)
                                .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)))),
                path(
                        "path-in-other-case",
                        new Text("대소문자가 다른 경로", "a path in another letter case"),
                        AuthBypassFaults::inLowerCase),
                skips(
                        "HTTP-1-0",
                        new Text("HTTP/1.0 요청", "a request in HTTP/1.0"),
                        request -> request.version().equals("HTTP/1.0")),
                skips(
                        "X-Forwarded-For",
                        new Text("X-Forwarded-For가 루프백 주소인 요청", "a request with a loopback address in X-Forwarded-For"),
                        has("X-Forwarded-For", LOOPBACK)),
                skips(
                        "X-Real-IP",
                        new Text("X-Real-IP가 루프백 주소인 요청", "a request with a loopback address in X-Real-IP"),
                        has("X-Real-IP", LOOPBACK)),
                skips(
                        "cookie",
                        new Text("apikey 쿠키가 있는 요청", "a request with an apikey cookie"),
                        has("Cookie", API_KEY_HEADER + "=")),
                skips(
                        "query",
                        new Text("키가 아닌 쿼리가 있는 요청", "a request with a query that holds no key"),
                        request -> request.query() != null && !request.query().startsWith(API_KEY_HEADER)),
                skips(
                        "OPTIONS",
                        new Text("OPTIONS", "OPTIONS"),
                        request -> request.method().equals("OPTIONS")
                                && !request.headers().contains(API_KEY_HEADER),
                        request -> request.withMethod("POST")),
                skips(
                        "method-override",
                        new Text("X-HTTP-Method-Override가 POST인 GET", "a GET with X-HTTP-Method-Override: POST"),
                        request -> request.method().equals("GET")
                                && has("X-HTTP-Method-Override", "POST").test(request),
                        request -> request.withMethod("POST")));
    }

    static String withSingleSlashes(String path) {
        return path.replaceAll("/{2,}", "/");
    }

    static String inLowerCase(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static Fault path(String name, Text form, UnaryOperator<String> read) {
        return skips(
                name,
                form,
                request -> !read.apply(request.path()).equals(request.path()),
                request -> request.withPath(read.apply(request.path())));
    }

    private static Fault skips(String name, Text form, Predicate<Request> which) {
        return skips(name, form, which, UnaryOperator.identity());
    }

    private static Fault skips(String name, Text form, Predicate<Request> which, UnaryOperator<Request> read) {
        return new Fault(
                "skips-key-for-" + name,
                "LNK-AUTH-15",
                new Text("키를 확인하지 않는 요청: %s.", "No key is asked for: %s.").with(form),
                (next, setup) -> request -> Rewrite.mended(
                        next,
                        request,
                        which.test(request)
                                ? read.apply(request).withHeader(API_KEY_HEADER, setup.apiKey())
                                : request));
    }

    private static Predicate<Request> has(String header, String value) {
        return request ->
                Objects.requireNonNullElse(request.headers().get(header), "").contains(value);
    }
}
