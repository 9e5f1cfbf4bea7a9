package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.call.RawAnswer;
import java.util.Optional;

/**
 * The gateway does not know the API key (401). Check the key, and whether it belongs to this gateway: sandbox and
 * production have different keys.
 */
public final class UnauthorizedException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * An answer with this status.
     *
     * @param requestId the call's request id
     * @param answer the answer
     * @param error what it says, empty if it says nothing in a documented form
     */
    public UnauthorizedException(String requestId, RawAnswer answer, Optional<GatewayError> error) {
        super(requestId, answer, error, "unauthorized", Texts.said(error));
    }
}
