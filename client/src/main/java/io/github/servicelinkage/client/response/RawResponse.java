package io.github.servicelinkage.client.response;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP response as it was received. Its body may hold personal data; {@link #toString()} shows only its length.
 *
 * <p>Immutable and thread-safe.
 */
public final class RawResponse {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /**
     * Takes over the body without copying it.
     *
     * @param status HTTP status
     * @param headers HTTP header fields
     * @param body the bytes of the body, empty if there is none
     */
    public RawResponse(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * The HTTP status.
     *
     * @return three digits
     */
    public int status() {
        return status;
    }

    /**
     * The HTTP header fields.
     *
     * @return the fields; names are case-insensitive
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The body as it was received. It may hold personal data, so keep it out of logs.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body decoded as UTF-8. It may hold personal data, so keep it out of logs.
     *
     * @return the text; bytes that are not UTF-8 appear as U+FFFD
     */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * What is left of today's quota.
     *
     * @return the quota, empty if the response does not state it
     */
    public Optional<DailyQuota> dailyQuota() {
        return DailyQuota.of(headers);
    }

    @Override
    public String toString() {
        return "RawResponse[status=" + status + ", body=" + body.length + " bytes]";
    }
}
