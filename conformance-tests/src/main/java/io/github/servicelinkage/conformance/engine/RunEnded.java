package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.message.Text;

/** The run cannot go on: the target is gone, or its quota is used up. Whatever was planned and not sent yet is skipped. */
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

    /** Ends a run whose thread was interrupted while it waited. */
    static RunEnded interrupted() {
        Thread.currentThread().interrupt();
        return new RunEnded(new Text("중단되었습니다.", "The run was interrupted."));
    }
}
