package io.github.servicelinkage.conformance.message;

/** Text in columns, on a terminal. */
public final class Columns {
    private Columns() {}

    /** Followed by blanks up to a width, one at least. Hangul is two columns wide. */
    public static String padded(String text, int columns) {
        long width = text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
        return text + " ".repeat((int) Math.max(1, columns - width));
    }
}
