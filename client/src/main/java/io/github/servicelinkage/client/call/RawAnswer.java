package io.github.servicelinkage.client.call;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An HTTP answer as it came. Its body may hold personal data; {@link #toString()} shows only its length.
 *
 * <p>Immutable and thread-safe.
 */
public final class RawAnswer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /**
     * Takes over the body without copying it.
     *
     * @param status HTTP status
     * @param headers HTTP header fields
     * @param body the body's bytes, empty if there is none
     */
    public RawAnswer(int status, HttpHeaders headers, byte[] body) {
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
     * @return the fields; names compare without case
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The body as it came: it may hold personal data, so keep it out of logs.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body read as UTF-8: it may hold personal data, so keep it out of logs.
     *
     * @return the text; bytes that are not UTF-8 are shown as U+FFFD
     */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * What the gateway says is left of today's quota.
     *
     * @return the quota, empty if the answer does not tell
     */
    public Optional<DailyQuota> dailyQuota() {
        return DailyQuota.of(headers);
    }

    @Override
    public String toString() {
        return "RawAnswer[status=" + status + ", body=" + body.length + " bytes]";
    }
}
