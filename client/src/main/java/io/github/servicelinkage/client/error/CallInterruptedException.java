package io.github.servicelinkage.client.error;

/**
 * The calling thread was interrupted, or the call was cancelled. The request was aborted, and the thread's interrupt flag
 * is set again.
 */
public final class CallInterruptedException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /**
     * A call that was aborted.
     *
     * @param requestId the call's request id
     */
    public CallInterruptedException(String requestId) {
        super(requestId, null, null, "error.interrupted");
    }
}
