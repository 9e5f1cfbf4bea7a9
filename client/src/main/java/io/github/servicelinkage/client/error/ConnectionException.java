package io.github.servicelinkage.client.error;

import java.io.IOException;

/**
 * The gateway could not be reached, the connection was lost, TLS verification failed, or the client was closed while the
 * call was under way. The cause tells which; there is none after closing.
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

    private ConnectionException(String requestId) {
        super(requestId, null, null, "error.closed");
    }

    /**
     * A call that was under way when its client was closed.
     *
     * @param requestId the call's request id
     * @return the exception
     */
    public static ConnectionException closed(String requestId) {
        return new ConnectionException(requestId);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /**
     * Whether another attempt may succeed. It cannot if the peer's certificate was rejected or the client is closed.
     *
     * @return false for a rejected certificate, a host name mismatch or a closed client
     */
    public boolean isTransient() {
        if (getCause() == null) {
            return false;
        }
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof java.security.GeneralSecurityException
                    || cause instanceof javax.net.ssl.SSLPeerUnverifiedException) {
                return false;
            }
        }
        return true;
    }
}
