package io.github.servicelinkage.client.error;

import java.io.IOException;

/**
 * The gateway could not be reached, the connection broke, or TLS could not prove that it is the gateway. The cause tells
 * which.
 */
public final class ConnectionException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /**
     * A connection that failed.
     *
     * @param requestId the call's request id
     * @param host the gateway's host
     * @param cause what the HTTP client says; it names addresses and certificates at most
     */
    public ConnectionException(String requestId, String host, IOException cause) {
        super(requestId, null, cause, "connection", host, Texts.reason(cause));
    }

    /**
     * Whether a new try may succeed. It may not if the peer's certificate was refused.
     *
     * @return false for a refused certificate or a wrong host name
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
