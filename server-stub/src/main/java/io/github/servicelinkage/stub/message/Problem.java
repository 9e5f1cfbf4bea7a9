package io.github.servicelinkage.stub.message;

import java.io.IOException;
import java.io.Serial;

/** Why the gateway cannot start: one sentence that says what is wrong and what to do. */
public final class Problem extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** A problem with what caused it. */
    public Problem(Text text, Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    /** The same problem in one language. */
    public IOException in(Language language) {
        return new IOException(text.in(language), this);
    }
}
