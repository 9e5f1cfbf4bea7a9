package io.github.servicelinkage.client.error;

import java.time.Duration;

/** No complete response was received within the time limit. Both operations are read-only, so it is safe to call again. */
public final class CallTimeoutException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /**
     * An attempt that took too long.
     *
     * @param requestId the call's request id
     * @param limit the time limit of the attempt
     */
    public CallTimeoutException(String requestId, Duration limit) {
        super(requestId, null, null, "error.timeout", limit.toMillis());
    }
}
