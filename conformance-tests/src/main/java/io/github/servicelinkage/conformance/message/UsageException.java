package io.github.servicelinkage.conformance.message;

/** Wrong usage or configuration: one sentence that says what, where and what to do. Ends with exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** Usage that is wrong in the way that the sentence says. */
    public UsageException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** The sentence. */
    public Text text() {
        return text;
    }
}
