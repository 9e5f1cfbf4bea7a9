package io.github.servicelinkage.conformance.message;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes text of others harmless wherever it may be shown: on a terminal, in HTML, XML 1.0 and Markdown, and to a build server that
 * reads what a program prints. The markup of a report is escaped by the report besides.
 */
public final class Harmless {
    /** Commands of build servers: GitHub and Azure take the first anywhere in a line, GitHub the second at the start of one. */
    private static final Pattern COMMAND = Pattern.compile("##(?=\\[|vso\\[|teamcity\\[)|^\\h*+::(?=\\p{Alpha})");

    private Harmless() {}

    /**
     * The text in one line: a line end, and any other character that is not seen or changes how the others are seen, becomes its
     * escape, such as {@code \n} or {@code \\u001b}. Of half a surrogate pair, too, and of what XML cannot hold.
     */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Harmless::isUnseen)) {
            return withoutCommands(text);
        }
        StringBuilder seen = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isUnseen(c)) {
                seen.append(escape(c));
            } else {
                seen.appendCodePoint(c);
            }
        });
        return withoutCommands(seen.toString());
    }

    /** Whether a character is not seen, or changes how others are seen. */
    public static boolean isUnseen(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> (codePoint & 0xFFFE) == 0xFFFE;
        };
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint);
        };
    }

    private static String withoutCommands(String text) {
        return text.contains("##") || text.contains("::")
                ? COMMAND.matcher(text)
                        .replaceAll(found -> String.join(" ", found.group().split("(?<=[#:])(?=[#:])")))
                : text;
    }
}
