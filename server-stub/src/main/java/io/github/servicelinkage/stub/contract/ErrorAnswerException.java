package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import java.io.Serial;

/** Ends an operation with one of the contract's error answers. Its text never holds a value of the request. */
public final class ErrorAnswerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorAnswer answer;

    /**
     * The answer without further information.
     *
     * @param answer what to answer
     */
    public ErrorAnswerException(ErrorAnswer answer) {
        this(answer, "");
    }

    /**
     * The answer with a description.
     *
     * @param answer what to answer
     * @param description what was wrong, and where, without personal data; empty for none
     */
    public ErrorAnswerException(ErrorAnswer answer, String description) {
        // An expected end of a request, not a defect: nobody needs the stack.
        super(description, null, false, false);
        this.answer = answer;
    }

    /** What to answer. */
    public ErrorAnswer answer() {
        return answer;
    }
}
