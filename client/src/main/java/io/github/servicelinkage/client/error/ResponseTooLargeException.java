package io.github.servicelinkage.client.error;

/**
 * The response is larger than the client's limit, and was not read to its end. The contract sets no such limit: it protects
 * the memory of the caller. If the response is legitimate, raise {@code maxResponseBytes}.
 */
public final class ResponseTooLargeException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;

    /** The client's limit. */
    private final int maxResponseBytes;

    /**
     * A response of which only the header fields were kept.
     *
     * @param requestId the call's request id
     * @param status the HTTP status
     * @param maxResponseBytes the client's limit in bytes
     */
    public ResponseTooLargeException(String requestId, int status, int maxResponseBytes) {
        super(requestId, null, null, "error.responseTooLarge", status, maxResponseBytes);
        this.status = status;
        this.maxResponseBytes = maxResponseBytes;
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
     * The limit that the response exceeded.
     *
     * @return a number of bytes
     */
    public int maxResponseBytes() {
        return maxResponseBytes;
    }
}
