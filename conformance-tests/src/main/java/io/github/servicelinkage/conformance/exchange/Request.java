package io.github.servicelinkage.conformance.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to the target. Immutable; each {@code with} method gives one that differs in one place.
 *
 * @param method HTTP method
 * @param path path and query below the server URL
 * @param headers header fields, in order
 * @param json the body as an object, if it is one
 * @param body the bytes to send; {@code json} written out, unless they were replaced
 * @param framing how it is put on the wire
 */
public record Request(
        String method, String path, List<Header> headers, Optional<ObjectNode> json, byte[] body, Framing framing) {

    /** A request that is put on the wire as usual. */
    public Request(String method, String path, List<Header> headers, Optional<ObjectNode> json, byte[] body) {
        this(method, path, headers, json, body, Framing.ORDINARY);
    }

    /** A request with a JSON object as its body. */
    public static Request of(String method, String path, List<Header> headers, ObjectNode json) {
        return new Request(method, path, List.copyOf(headers), Optional.of(json.deepCopy()), bytes(json));
    }

    /** With one field of this name, in place of those that it had, and spelled as the first of them. */
    public Request withHeader(String name, String value) {
        List<Header> changed = new ArrayList<>(withoutHeader(name).headers);
        String spelled = headers.stream()
                .map(Header::name)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
        changed.add(new Header(spelled, value));
        return new Request(method, path, List.copyOf(changed), json, body, framing);
    }

    /** With one more field, whatever fields it had. */
    public Request withAddedHeader(String name, String value) {
        List<Header> changed = new ArrayList<>(headers);
        changed.add(new Header(name, value));
        return new Request(method, path, List.copyOf(changed), json, body, framing);
    }

    /** Without the fields of this name, whatever their letter case. */
    public Request withoutHeader(String name) {
        List<Header> changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.name().equalsIgnoreCase(name));
        return new Request(method, path, List.copyOf(changed), json, body, framing);
    }

    /** With another method. */
    public Request withMethod(String other) {
        return new Request(other, path, headers, json, body, framing);
    }

    /** With another path and query below the server URL. */
    public Request withPath(String other) {
        return new Request(method, other, headers, json, body, framing);
    }

    /** With its JSON object changed, and written as before: in escapes, if it was. */
    public Request withJson(Consumer<ObjectNode> change) {
        ObjectNode changed = json.orElseThrow().deepCopy();
        change.accept(changed);
        return new Request(method, path, headers, Optional.of(changed), written(changed.toString()), framing);
    }

    /** With the same JSON, in which \\u escapes stand for what is not ASCII. */
    public Request escaped() {
        return new Request(method, path, headers, json, Escapes.of(text()).getBytes(StandardCharsets.UTF_8), framing);
    }

    /** A text of the same JSON, written as this body is: in escapes, if it is. */
    public byte[] written(String text) {
        boolean isEscaped = json.filter(object -> Escapes.areIn(text(), object)).isPresent();
        return (isEscaped ? Escapes.of(text) : text).getBytes(StandardCharsets.UTF_8);
    }

    /** With other bytes, which need not be JSON. */
    public Request withBody(byte[] bytes) {
        return new Request(method, path, headers, Optional.empty(), bytes, framing);
    }

    /** With another text, which need not be JSON, in UTF-8. */
    public Request withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With another version in its request line, such as {@code HTTP/1.0}. */
    public Request withVersion(String version) {
        return with(new Framing(version, framing.absoluteTarget(), framing.chunked()));
    }

    /** With the whole URL in its request line, as a proxy gets it. */
    public Request withAbsoluteTarget() {
        return with(new Framing(framing.version(), true, framing.chunked()));
    }

    /** With its body in chunks, and without Content-Length. */
    public Request chunked() {
        return with(new Framing(framing.version(), framing.absoluteTarget(), true));
    }

    private Request with(Framing other) {
        return new Request(method, path, headers, json, body, other);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The value of the first field of this name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Header::value)
                .findFirst();
    }

    /** Whether the same bytes are sent in the same way. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Request request
                && method.equals(request.method)
                && path.equals(request.path)
                && headers.equals(request.headers)
                && Arrays.equals(body, request.body)
                && framing.equals(request.framing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, path, headers, Arrays.hashCode(body), framing);
    }

    /** Shows neither headers nor body: both hold what must not be shown. */
    @Override
    public String toString() {
        return method + " " + path.replaceFirst("\\?.*", "?…");
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
