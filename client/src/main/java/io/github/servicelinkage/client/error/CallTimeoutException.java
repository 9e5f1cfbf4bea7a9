package io.github.servicelinkage.client.error;

import java.time.Duration;

/** No whole answer came within the time limit. Both operations only read, so the call can be made again. */
public final class CallTimeoutException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /**
     * A try that took too long.
     *
     * @param requestId the call's request id
     * @param limit the time limit of the try
     */
    public CallTimeoutException(String requestId, Duration limit) {
        super(requestId, null, null, "timeout", limit.toMillis());
    }
}
