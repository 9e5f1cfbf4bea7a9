package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.response.RawResponse;
import java.time.Instant;
import java.util.Optional;

/**
 * The daily quota of the API key is exhausted (429 without {@code Retry-After}, or with none remaining). Such a call is
 * never retried: it cannot succeed before {@link #resetsAt()}.
 */
public final class QuotaExhaustedException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /** The next midnight GMT. */
    private final Instant resetsAt;

    /**
     * A response that says so.
     *
     * @param requestId the call's request id
     * @param response the response
     * @param error the error it reports, empty if it is in no documented form
     * @param resetsAt when the quota resets
     */
    public QuotaExhaustedException(
            String requestId, RawResponse response, Optional<GatewayError> error, Instant resetsAt) {
        super(requestId, response, error, "error.quotaExhausted", resetsAt, described(error));
        this.resetsAt = resetsAt;
    }

    /**
     * When the quota resets: the next midnight GMT, since the platform counts GMT days.
     *
     * @return an instant after the call
     */
    public Instant resetsAt() {
        return resetsAt;
    }
}
