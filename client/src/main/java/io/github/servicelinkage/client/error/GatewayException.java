package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.call.RawAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gateway answered with an error, a status from 400 to 599. The subclasses are those errors for which the caller can
 * do something particular.
 */
public sealed class GatewayException extends LinkageException
        permits UnauthorizedException, ForbiddenException, QuotaExhaustedException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int status;

    private final transient @Nullable GatewayError error;

    /**
     * An error without a class of its own.
     *
     * @param requestId the call's request id
     * @param answer the answer
     * @param error what it says, empty if it says nothing in a documented form
     */
    public GatewayException(String requestId, RawAnswer answer, Optional<GatewayError> error) {
        this(requestId, answer, error, "gatewayError", answer.status(), Texts.said(error));
    }

    GatewayException(String requestId, RawAnswer answer, Optional<GatewayError> error, String key, Object... parts) {
        super(requestId, answer, null, key, parts);
        this.status = answer.status();
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
     * What the gateway says.
     *
     * @return category, code and message; empty if the answer is in no documented form, such as a page of HTML
     */
    public Optional<GatewayError> error() {
        return Optional.ofNullable(error);
    }
}
