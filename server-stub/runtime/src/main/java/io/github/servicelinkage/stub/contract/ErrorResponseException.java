package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import java.io.Serial;

/** Ends an operation with one of the contract's error responses. Its message never holds a value of the request. */
public final class ErrorResponseException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorResponse response;

    /**
     * An error without a description.
     *
     * @param response the response to send
     */
    public ErrorResponseException(ErrorResponse response) {
        this(response, "");
    }

    /**
     * An error with a description.
     *
     * @param response the response to send
     * @param description what was wrong, and where, without personal data; empty for none
     */
    public ErrorResponseException(ErrorResponse response, String description) {
        // An expected outcome, not a defect: no stack trace is needed.
        super(description, null, false, false);
        this.response = response;
    }

    /** The response to send. */
    public ErrorResponse response() {
        return response;
    }
}
