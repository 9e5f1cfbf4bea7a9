package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.response.RawResponse;
import java.util.Optional;

/**
 * The gateway does not accept the API key (401). Check the key, and whether it was issued for this gateway: sandbox and
 * production use different keys.
 */
public final class UnauthorizedException extends GatewayException {

    private static final long serialVersionUID = 1L;

    /**
     * A response with this status.
     *
     * @param requestId the call's request id
     * @param response the response
     * @param error the error it reports, empty if it is in no documented form
     */
    public UnauthorizedException(String requestId, RawResponse response, Optional<GatewayError> error) {
        super(requestId, response, error, "error.unauthorized", described(error));
    }
}
