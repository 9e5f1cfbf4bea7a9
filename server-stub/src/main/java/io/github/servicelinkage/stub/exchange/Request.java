package io.github.servicelinkage.stub.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param version HTTP version, such as {@code HTTP/1.1}
 * @param method HTTP method
 * @param path path from the root, as sent
 * @param query what follows the question mark, as sent, or null
 * @param headers header fields
 * @param body the bytes of the body; of a body over the limit, one byte more than the limit
 */
public record Request(
        String version,
        String method,
        String path,
        @Nullable String query,
        Headers headers,
        Bytes body) {

    /** The same request with this header field, in place of all of that name. */
    public Request withHeader(String name, String value) {
        return new Request(version, method, path, query, headers.with(name, value), body);
    }

    /** The same request without header fields of this name. */
    public Request withoutHeader(String name) {
        return new Request(version, method, path, query, headers.without(name), body);
    }

    /** The same request with another method. */
    public Request withMethod(String method) {
        return new Request(version, method, path, query, headers, body);
    }

    /** The same request for another path. */
    public Request withPath(String path) {
        return new Request(version, method, path, query, headers, body);
    }

    /** The same request with another body. */
    public Request withBody(Bytes body) {
        return new Request(version, method, path, query, headers, body);
    }

    /** Shows method and path only: the rest may be personal. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
