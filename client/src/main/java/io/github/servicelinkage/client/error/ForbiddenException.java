package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.call.RawAnswer;
import java.util.Optional;

/**
 * The API key has no right to use this API (403). Apply for it with the platform.
 */
public final class ForbiddenException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * An answer with this status.
     *
     * @param requestId the call's request id
     * @param answer the answer
     * @param error what it says, empty if it says nothing in a documented form
     */
    public ForbiddenException(String requestId, RawAnswer answer, Optional<GatewayError> error) {
        super(requestId, answer, error, "forbidden", Texts.said(error));
    }
}
