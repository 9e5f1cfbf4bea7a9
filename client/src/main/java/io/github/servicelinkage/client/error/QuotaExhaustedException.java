package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.call.RawAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * The daily quota of the API key is used up (429 without {@code Retry-After}, or with none remaining; decision D12). Such
 * a call is never repeated: it cannot succeed before {@link #resetsAt()}.
 */
public final class QuotaExhaustedException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /** The next midnight of GMT. */
    private final Instant resetsAt;

    /**
     * An answer that says so.
     *
     * @param requestId the call's request id
     * @param answer the answer
     * @param error what it says, empty if it says nothing in a documented form
     * @param resetsAt when the quota is full again
     */
    public QuotaExhaustedException(String requestId, RawAnswer answer, Optional<GatewayError> error, Instant resetsAt) {
        super(requestId, answer, error, "quotaExhausted", resetsAt, Texts.said(error));
        this.resetsAt = resetsAt;
    }

    /**
     * When the quota is full again: the next midnight of GMT, by which the platform counts days.
     *
     * @return an instant in the future of the call
     */
    public Instant resetsAt() {
        return resetsAt;
    }
}
