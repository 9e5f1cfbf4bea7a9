package io.github.servicelinkage.conformance.proof.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as it was received.
 *
 * @param fields header fields in their order, each value with the white space around it
 */
record PlainRequest(String method, String target, String version, List<Field> fields, byte[] body) {

    /** A header field. */
    record Field(String name, String value) {}

    /** The path as it stands, also out of an absolute form (RFC 9112 §3.2.2). */
    String path() {
        String origin = target.startsWith("/") ? target : target.replaceFirst("^[A-Za-z]+://[^/?]*", "");
        int query = origin.indexOf('?');
        return query < 0 ? origin : origin.substring(0, query);
    }

    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** Values of every field of this name, in any case, without the white space around them. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(field -> field.value().strip())
                .toList();
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    boolean has(String name, String value) {
        return all(name).stream().anyMatch(value::equalsIgnoreCase);
    }

    PlainRequest withMethod(String other) {
        return new PlainRequest(other, target, version, fields, body);
    }

    PlainRequest withTarget(String other) {
        return new PlainRequest(method, other, version, fields, body);
    }

    PlainRequest withBody(byte[] other) {
        return new PlainRequest(method, target, version, fields, other);
    }

    PlainRequest with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.removeIf(field -> field.name().equalsIgnoreCase(name));
        more.add(new Field(name, value));
        return new PlainRequest(method, target, version, more, body);
    }
}
