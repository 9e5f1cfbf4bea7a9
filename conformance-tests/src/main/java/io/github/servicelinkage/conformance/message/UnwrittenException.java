package io.github.servicelinkage.conformance.message;

/** What came of a run could not be written: one sentence that says what, where and what to do. Ends with exit code 3. */
public final class UnwrittenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** Something that could not be written, as the sentence says. */
    public UnwrittenException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** The sentence. */
    public Text text() {
        return text;
    }
}
