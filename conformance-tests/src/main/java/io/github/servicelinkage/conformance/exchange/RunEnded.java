package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;

/** The run cannot go on: the target is gone, or its quota is used up. */
public final class RunEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** Ends the run for this reason. */
    public RunEnded(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    /** Why, in a sentence. */
    public Text reason() {
        return reason;
    }
}
