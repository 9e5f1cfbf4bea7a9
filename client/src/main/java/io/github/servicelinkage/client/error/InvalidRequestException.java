package io.github.servicelinkage.client.error;

import java.util.List;

/** The request does not follow the contract, so it was not sent. Correct the members named and call again. */
public final class InvalidRequestException extends LinkageException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, an array because that can be serialised. */
    private final Violation[] violations;

    /**
     * Names everything that is wrong.
     *
     * @param requestId the call's request id
     * @param violations one or more, ordered by path
     */
    public InvalidRequestException(String requestId, List<Violation> violations) {
        super(requestId, null, null, "invalidRequest", Texts.list(violations));
        this.violations = violations.toArray(Violation[]::new);
    }

    /**
     * Every place where the request does not follow the contract.
     *
     * @return one or more, ordered by path
     */
    public List<Violation> violations() {
        return List.of(violations);
    }
}
