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
import java.util.stream.Collectors;

/** Makes a request of the suite of a request of a pact. */
final class PactRequest {

    /** Header fields that the HTTP client sets itself, and refuses to be given. */
    private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private PactRequest() {}

    static Request of(IRequest request) {
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
