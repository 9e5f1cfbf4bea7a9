package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.conformance.message.Text;

/** Something cannot be verified. */
final class PactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PactOutcome.Kind kind;
    private final transient Text text;

    /**
     * Says why.
     *
     * @param kind what this makes of the outcome
     * @param text one sentence: what, where, and what to do
     */
    PactException(PactOutcome.Kind kind, Text text) {
        super(text.en(), null, false, false);
        this.kind = kind;
        this.text = text;
    }

    static PactException error(String ko, String en) {
        return new PactException(PactOutcome.Kind.ERROR, new Text(ko, en));
    }

    static PactException skipped(String ko, String en) {
        return new PactException(PactOutcome.Kind.SKIPPED, new Text(ko, en));
    }

    PactOutcome.Kind kind() {
        return kind;
    }

    Text text() {
        return text;
    }
}
