package io.github.servicelinkage.client.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request violates the contract, so it was not sent. Correct the members named and call again. */
public final class InvalidRequestException extends LinkageException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Violation> violations;

    /**
     * Names everything that is wrong.
     *
     * @param requestId the call's request id
     * @param violations one or more, ordered by path
     */
    public InvalidRequestException(String requestId, List<Violation> violations) {
        super(requestId, null, null, "error.invalidRequest", list(violations));
        this.violations = List.copyOf(violations);
    }

    /**
     * Every violation of the contract.
     *
     * @return one or more, ordered by path; none after deserialization, where only the text still names them
     */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
