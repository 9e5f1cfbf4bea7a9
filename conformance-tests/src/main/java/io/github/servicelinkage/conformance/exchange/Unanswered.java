package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;

/** No response came of a request, for a reason that is known. */
final class Unanswered extends IOException {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    Unanswered(Failure failure) {
        super(failure.name());
        this.failure = failure;
    }

    /** What came has to be right in this. */
    static void malformedUnless(boolean isRight) throws Unanswered {
        if (!isRight) {
            throw new Unanswered(Failure.MALFORMED);
        }
    }

    Failure failure() {
        return failure;
    }
}
