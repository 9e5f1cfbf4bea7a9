package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.response.RawResponse;
import java.util.Optional;

/**
 * The API key is not permitted to use this API (403). Request access from the platform.
 */
public final class ForbiddenException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * A response with this status.
     *
     * @param requestId the call's request id
     * @param response the response
     * @param error the error it reports, empty if it is in no documented form
     */
    public ForbiddenException(String requestId, RawResponse response, Optional<GatewayError> error) {
        super(requestId, response, error, "error.forbidden", described(error));
    }
}
