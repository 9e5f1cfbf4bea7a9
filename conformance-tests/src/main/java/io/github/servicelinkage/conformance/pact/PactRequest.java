package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.IRequest;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a request of the suite of a request of a pact. */
final class PactRequest {

    /** Header fields that the HTTP client sets itself, and refuses to be given. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    /** A path after an authority (RFC 3986 §3.3) that stays below the server URL; {@code %2e} is a dot, too. */
    private static final Pattern PATH =
            Pattern.compile("(?!.*(?:^|/)(?:\\.|%2[eE]){1,2}(?:/|$))/(?!/)[\\x21-\\x7E&&[^\\\\?#\"<>^`{|}]]*+|");

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*+");

    private PactRequest() {}

    /**
     * The request.
     *
     * @throws PactException if it would go elsewhere, or be none
     */
    static Request of(IRequest request) {
        check(PATH.matcher(request.getPath()).matches(), "경로", "path");
        check(TOKEN.matcher(request.getMethod()).matches(), "메서드", "method");
        request.getHeaders().forEach((name, values) -> {
            check(TOKEN.matcher(name).matches(), "헤더 이름", "name of a header field");
            values.forEach(value -> check(VALUE.matcher(value).matches(), "헤더 값", "value of a header field"));
        });
        List<Header> headers = request.getHeaders().entrySet().stream()
                .filter(header -> !RESERVED.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(header -> new Header(header.getKey(), String.join(", ", header.getValue())))
                .toList();
        return new Request(
                request.getMethod(),
                request.getPath() + query(request.getQuery()),
                headers,
                Optional.empty(),
                request.getBody().orEmpty());
    }

    /** Pacts come from other teams, and the request has the key in it. */
    private static void check(boolean usable, String ko, String en) {
        if (!usable) {
            throw PactException.error(
                    "계약(pact)의 " + ko + "(으)로는 요청을 보낼 수 없습니다. 경로는 /로 시작하고 서버 URL 아래에 있어야 하며, 제어 문자가 없어야 합니다.",
                    "The request cannot be sent with the " + en
                            + " in the pact; a path begins with / and stays below the server URL, and nothing has control characters.");
        }
    }

    private static String query(Map<String, List<String>> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> encode(entry.getKey()) + (value == null ? "" : "=" + encode(value))))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
