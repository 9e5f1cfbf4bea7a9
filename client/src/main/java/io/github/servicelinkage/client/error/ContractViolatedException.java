package io.github.servicelinkage.client.error;

import io.github.servicelinkage.client.call.RawAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer does not follow the contract, so nothing can be concluded from it: neither that the person is no member nor
 * that there are no accounts. The operator of the gateway has to correct it.
 */
public final class ContractViolatedException extends LinkageException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<Violation> violations;

    /**
     * Names what is wrong with an answer.
     *
     * @param requestId the call's request id
     * @param answer the answer
     * @param violations one or more, ordered by path
     */
    public ContractViolatedException(String requestId, RawAnswer answer, List<Violation> violations) {
        super(requestId, answer, null, "contractViolated", answer.status(), Texts.list(violations));
        this.violations = List.copyOf(violations);
    }

    /**
     * Every place where the answer does not follow the contract.
     *
     * @return one or more, ordered by path; none in an exception that was serialised, whose text still names them
     */
    public List<Violation> violations() {
        return violations == null ? List.of() : violations;
    }
}
