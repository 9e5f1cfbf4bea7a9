package io.github.servicelinkage.stub.mock;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived. Headers and body are the server's own and not to be changed; {@link #withHeader} and its like copy.
 *
 * @param version of HTTP
 * @param method HTTP method
 * @param path path from the root, as sent
 * @param query what follows the question mark, as sent, or null
 * @param headers header fields, names compared without case
 * @param body the bytes of the body; of a body over the limit, one byte more than the limit
 */
public record Request(
        HttpVersion version,
        String method,
        String path,
        @Nullable String query,
        MultiMap headers,
        Buffer body) {

    /** The same request with this header field, in place of all of that name. */
    public Request withHeader(String name, String value) {
        MultiMap changed = MultiMap.caseInsensitiveMultiMap().addAll(headers).set(name, value);
        return new Request(version, method, path, query, changed, body);
    }

    /** The same request without header fields of this name. */
    public Request withoutHeader(String name) {
        MultiMap changed = MultiMap.caseInsensitiveMultiMap().addAll(headers).remove(name);
        return new Request(version, method, path, query, changed, body);
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
    public Request withBody(Buffer body) {
        return new Request(version, method, path, query, headers, body);
    }

    /** Shows method and path only: the rest may be personal. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
