package io.github.servicelinkage.client.error;

import java.io.IOException;

/**
 * The gateway could not be reached, the connection was lost, or TLS verification failed. The cause tells which.
 */
public final class ConnectionException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /**
     * A connection that failed.
     *
     * @param requestId the call's request id
     * @param host the gateway's host
     * @param cause the failure of the HTTP client; it names addresses and certificates at most
     */
    public ConnectionException(String requestId, String host, IOException cause) {
        super(requestId, null, cause, "error.connection", host, reason(cause));
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /**
     * Whether another attempt may succeed. It cannot if the peer's certificate was rejected.
     *
     * @return false for a rejected certificate or a host name mismatch
     */
    public boolean isTransient() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof java.security.GeneralSecurityException
                    || cause instanceof javax.net.ssl.SSLPeerUnverifiedException) {
                return false;
            }
        }
        return true;
    }
}
