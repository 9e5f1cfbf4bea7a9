package io.github.servicelinkage.conformance.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A response of the target. Immutable.
 *
 * @param status HTTP status
 * @param headers header fields; names in lower case
 * @param body bytes of the body
 * @param isUtf8 whether the body is valid UTF-8
 * @param json the body as JSON; a missing node where it is not valid JSON in valid UTF-8, or too much of it
 * @param tlsProtocol version of TLS on its connection, if it came over TLS
 */
public record Response(
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        boolean isUtf8,
        JsonNode json,
        Optional<String> tlsProtocol) {
    /** A response that anybody wants has some hundred tokens; of these the tree is a few megabytes large. */
    private static final int MOST_TOKENS = 50_000;

    private static final int KEPT_BYTES_OF_A_NODE = 100;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** A response as it came. JSON that is larger, or more deeply nested, than anybody can want is not read. */
    public static Response of(
            int status, Map<String, List<String>> headers, byte[] body, Optional<String> tlsProtocol) {
        Optional<String> utf8 = utf8(body);
        return new Response(
                status,
                headers,
                body,
                utf8.isPresent(),
                utf8.map(Response::parse).orElse(MissingNode.getInstance()),
                tlsProtocol);
    }

    /** How much memory it takes, in bytes, roughly. */
    public long weight() {
        long texts = json.isMissingNode() ? 0 : body.length;
        long fields = headers.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        return fields + body.length + texts + nodes(json) * KEPT_BYTES_OF_A_NODE;
    }

    private static long nodes(JsonNode json) {
        long nodes = 1;
        for (JsonNode child : json) {
            nodes += nodes(child);
        }
        return nodes;
    }

    /** The same response, whose body nobody can read: it is not in the coding that it names. */
    Response unreadable() {
        return new Response(status, headers, body, false, MissingNode.getInstance(), tlsProtocol);
    }

    /** The body as text; bytes that are not UTF-8 are replacement characters. */
    public String text() {
        // Not kept: a run keeps hundreds of responses, and few of them are looked at so.
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The value of the first field of this name, in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Whether it says that the daily quota is used up. */
    public boolean isQuotaUsedUp() {
        return status == 429
                && header(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY)
                        .filter("0"::equals)
                        .isPresent();
    }

    /** Whether it says success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it says error. */
    public boolean isError() {
        return status >= 400;
    }

    /** Whether its media type is application/json. */
    public boolean isJsonTyped() {
        return header("content-type")
                .map(type -> type.split(";")[0].strip().equalsIgnoreCase("application/json"))
                .orElse(false);
    }

    /** Whether its body starts with a byte order mark. */
    public boolean startsWithBom() {
        return body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
    }

    /** The code of the error envelope; 0 where there is none. */
    public int errorCode() {
        return json.path("code").asInt(0);
    }

    /** Shows neither headers nor body: both may hold what must not be shown. */
    @Override
    public String toString() {
        return "status " + status;
    }

    private static JsonNode parse(String text) {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<String> utf8(byte[] bytes) {
        return isUtf8(bytes) ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Looks part by part: what nobody can read need not be kept to be refused. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer part = CharBuffer.allocate(1024);
        CoderResult result;
        do {
            part.clear();
            result = decoder.decode(in, part, true);
        } while (result.isOverflow());
        return !result.isError();
    }
}
