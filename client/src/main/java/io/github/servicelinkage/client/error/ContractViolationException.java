package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.response.RawResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response violates the contract and was discarded: it says neither that the person is not a member nor that there are
 * no accounts. The gateway's operator has to fix it.
 */
public final class ContractViolationException extends LinkageException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Violation> violations;

    /**
     * Names what is wrong with a response.
     *
     * @param requestId the call's request id
     * @param response the response
     * @param violations one or more, ordered by path
     */
    public ContractViolationException(String requestId, RawResponse response, List<Violation> violations) {
        super(requestId, response, null, "error.contractViolation", response.status(), list(violations));
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
