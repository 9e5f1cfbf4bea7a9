package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.response.RawResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway responded with an error, a status from 400 to 599. The subclasses are the errors that call for a reaction
 * of their own.
 */
public sealed class GatewayException extends LinkageException
        permits UnauthorizedException, ForbiddenException, QuotaExhaustedException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;

    private final transient @Nullable GatewayError error;

    /**
     * An error that has no subclass.
     *
     * @param requestId the call's request id
     * @param response the response
     * @param error the error it reports, empty if it is in no documented form
     */
    public GatewayException(String requestId, RawResponse response, Optional<GatewayError> error) {
        this(requestId, response, error, "error.gateway", response.status(), described(error));
    }

    GatewayException(
            String requestId, RawResponse response, Optional<GatewayError> error, String key, Object... values) {
        super(requestId, response, null, key, values);
        this.status = response.status();
        this.error = error.orElse(null);
    }

    /**
     * The HTTP status.
     *
     * @return 400 to 599
     */
    public int status() {
        return status;
    }

    /**
     * The error that the gateway reports.
     *
     * @return category, code and message; empty if the response is in no documented form, such as an HTML page
     */
    public Optional<GatewayError> error() {
        return Optional.ofNullable(error);
    }
}
