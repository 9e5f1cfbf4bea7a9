package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;

/**
 * The head of a response.
 *
 * @param status HTTP status
 * @param keepsConnection whether it leaves the connection open
 * @param headers its fields; names in lower case
 */
record IncomingHead(int status, boolean keepsConnection, Map<String, List<String>> headers) {

    static IncomingHead of(HttpResponse response) {
        Map<String, List<String>> headers = byName(Stream.of(response.getHeaders()));
        return new IncomingHead(
                response.getCode(), HttpVersion.HTTP_1_1.equals(response.getVersion()) && !isClosing(headers), headers);
    }

    /** Takes the fields of a head of HTTP/2, which says nothing of its connection. */
    static IncomingHead of(int status, List<Header> fields) {
        return new IncomingHead(status, true, byName(fields.stream()));
    }

    /** The response that a head and a body make, without the content codings of the body. */
    Response with(byte[] body, Optional<String> tlsProtocol) throws Unanswered {
        Optional<byte[]> decoded = ContentCoding.decoded(body, contentEncoding());
        Response response = Response.of(status, headers, decoded.orElse(body), tlsProtocol);
        return decoded.isPresent() ? response : response.unreadable();
    }

    boolean isInterim() {
        return status < 200;
    }

    /** Whether no body follows, whatever the fields say (RFC 9112 §6.3). */
    boolean hasNoBody(boolean toHead) {
        return toHead || status == 204 || status == 304;
    }

    /** Whether the body comes in chunks; no other transfer coding was asked for (RFC 9112 §6.1). */
    boolean isChunked() throws Unanswered {
        List<String> codings = values("transfer-encoding");
        if (codings.isEmpty()) {
            return false;
        }
        if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
            throw new Unanswered(Failure.MALFORMED);
        }
        return true;
    }

    /** Bytes of the body; -1 if it goes on to the end of the connection. The same number twice is one (RFC 9110 §8.6). */
    long contentLength() throws Unanswered {
        if (!headers.containsKey("content-length")) {
            return -1;
        }
        List<String> lengths = values("content-length").stream().distinct().toList();
        if (lengths.size() != 1 || !lengths.get(0).matches("[0-9]+")) {
            throw new Unanswered(Failure.MALFORMED);
        }
        try {
            return Long.parseLong(lengths.get(0));
        } catch (NumberFormatException e) {
            throw new Unanswered(Failure.MALFORMED);
        }
    }

    private List<String> contentEncoding() {
        return headers.getOrDefault("content-encoding", List.of());
    }

    /** The elements of a list, empty ones too. */
    private List<String> values(String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Map<String, List<String>> byName(Stream<Header> fields) {
        Map<String, List<String>> headers = new TreeMap<>();
        fields.forEach(
                field -> headers.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(field.getValue()));
        return headers;
    }

    private static boolean isClosing(Map<String, List<String>> headers) {
        return headers.getOrDefault("connection", List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
    }
}
