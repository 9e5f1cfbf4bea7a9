package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.text.Text;

/** The run cannot go on: the target is gone, or its quota is used up. */
final class RunEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    RunEnded(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
