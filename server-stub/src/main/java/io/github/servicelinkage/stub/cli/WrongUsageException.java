package io.github.servicelinkage.stub.cli;

/** Wrong usage that a command found out itself: the key of a sentence, and its values. Ends with the exit code of wrong usage. */
public final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    WrongUsageException(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values.clone();
    }

    /** The sentence: what is wrong, where, and what to do. */
    public String in(Texts texts) {
        return texts.text(key, values);
    }
}
