package io.github.servicelinkage.conformance.proof.plain;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A response before it is written.
 *
 * @param data what is written as JSON; empty where raw stands for it
 * @param raw what is written as it stands, where there is no data
 */
record PlainResponse(int status, Map<String, String> headers, Map<String, Object> data, byte[] raw) {
    /** The connection is closed without a response. */
    static final PlainResponse NONE = new PlainResponse(0, Map.of(), Map.of(), new byte[0]);

    static PlainResponse json(int status, Map<String, Object> data) {
        return new PlainResponse(status, headers("application/json"), data, new byte[0]);
    }

    static PlainResponse text(int status, String type, String text) {
        return new PlainResponse(status, headers(type), Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(String type) {
        return Map.of("content-type", type, "cache-control", "private, no-store");
    }

    /** An error in the platform's envelope, which says no more than the document asks for. */
    static PlainResponse error(int status, int code, String category, String message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("message", message);
        data.put("code", code);
        data.put("category", category);
        return json(status, data);
    }

    /** An error of the gateway itself. */
    static PlainResponse error(int status, String message) {
        return error(status, status, "op-apim", message);
    }

    boolean isSuccess() {
        return status == 200 && raw.length == 0;
    }

    boolean isError() {
        return status >= 400 && raw.length == 0;
    }

    byte[] body() {
        return data.isEmpty() ? raw : PlainJson.write(data).getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    PlainResponse withStatus(int other) {
        return new PlainResponse(other, headers, data, raw);
    }

    PlainResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new PlainResponse(status, more, data, raw);
    }

    PlainResponse withoutHeader(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new PlainResponse(status, fewer, data, raw);
    }

    /** The same with other data, or with a member more or less. */
    PlainResponse withData(UnaryOperator<Map<String, Object>> change) {
        return new PlainResponse(status, headers, change.apply(new LinkedHashMap<>(data)), raw);
    }

    PlainResponse withRaw(byte[] other) {
        return new PlainResponse(status, headers, Map.of(), other);
    }
}
