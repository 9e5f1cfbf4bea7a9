package io.github.servicelinkage.conformance.message;

/** Columns of a terminal, in which Hangul is twice as wide as Latin. */
public final class Columns {
    private static final int FIRST_WIDE = 0x1100;

    private Columns() {}

    /** A text with spaces behind it up to a width, at least one. */
    public static String padded(String text, int columns) {
        int width = text.codePoints().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, columns - width));
    }
}
