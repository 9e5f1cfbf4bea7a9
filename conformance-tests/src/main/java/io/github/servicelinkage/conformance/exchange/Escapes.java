package io.github.servicelinkage.conformance.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The escapes of JSON (RFC 8259 §7) by which a text keeps to ASCII. */
final class Escapes {
    private Escapes() {}

    /** A text of JSON with escapes for all that is not ASCII. */
    static String of(String json) {
        StringBuilder escaped = new StringBuilder();
        for (char c : json.toCharArray()) {
            escaped.append(isAscii(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return escaped.toString();
    }

    /** Whether a text needs none, but the object that it stands for would without them. */
    static boolean areIn(String text, ObjectNode object) {
        return text.chars().allMatch(Escapes::isAscii)
                && !object.toString().chars().allMatch(Escapes::isAscii);
    }

    private static boolean isAscii(int c) {
        return c < 0x80;
    }
}
