package io.github.servicelinkage.conformance.evidence;

import io.github.servicelinkage.conformance.message.Harmless;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A body in a line for any POSIX shell: a word of the line or, where no word can hold it, commands that write it. What repeats itself
 * many times is written by repeating it, so that a body of a mebibyte has a line that can be read.
 */
final class ShellBody {
    private static final int LONGEST_UNIT = 8;
    private static final int SHORTEST_RUN = 100;
    /** Longer than any secret, so that none is part of a run that is found before secrets are hidden. */
    private static final int SHORTEST_RAW_RUN = 2000;
    /** Bytes that are not UTF-8 are characters of the private use area from here on, until the line is written. */
    private static final char BYTES = '\uF700';

    private ShellBody() {}

    /**
     * A line that sends a body.
     *
     * @param curl the line without its body
     * @param body the body
     * @param redacted hides what must not be shown
     */
    static String line(String curl, byte[] body, UnaryOperator<String> redacted) {
        List<Piece> pieces = pieces(decoded(body), SHORTEST_RAW_RUN).stream()
                .flatMap(piece -> piece.isRun()
                        ? List.of(piece).stream()
                        : pieces(redacted.apply(piece.unit()), SHORTEST_RUN).stream())
                .toList();
        if (pieces.stream().noneMatch(Piece::needsCommand)) {
            return curl + " --data-binary "
                    + quoted(pieces.isEmpty() ? "" : pieces.get(0).unit());
        }
        String commands = String.join("; ", pieces.stream().map(Piece::command).toList());
        return (pieces.size() == 1 ? commands : "{ " + commands + "; }") + " | " + curl + " --data-binary @-";
    }

    /** The text without what repeats itself, and how often that does, in turn. */
    private static List<Piece> pieces(String text, int shortestRun) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at + shortestRun <= text.length(); at++) {
            Piece run = run(text, at, shortestRun);
            if (run.isRun()) {
                if (from < at) {
                    pieces.add(new Piece(text.substring(from, at), 1));
                }
                pieces.add(run);
                from = at + run.unit().length() * run.times();
                at = from - 1;
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), 1));
        }
        return pieces;
    }

    private static Piece run(String text, int at, int shortest) {
        for (int length = 1; length <= LONGEST_UNIT; length++) {
            String unit = text.substring(at, at + length);
            if (unit.codePoints().anyMatch(ShellBody::isEscaped)) {
                continue;
            }
            int end = at + length;
            while (end < text.length() && text.charAt(end) == text.charAt(end - length)) {
                end++;
            }
            if (end - at >= shortest) {
                return new Piece(unit, (end - at) / length);
            }
        }
        return new Piece("", 1);
    }

    private static String decoded(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (BYTES + (in.get() & 0xFF)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** A word of the shell, in which nothing has a meaning of its own. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** What is not UTF-8, or not seen, has to be written in escapes. */
    static boolean isEscaped(int codePoint) {
        return isByte(codePoint) || Harmless.isUnseen(codePoint);
    }

    private static boolean isByte(int codePoint) {
        return codePoint >= BYTES + 0x80 && codePoint <= BYTES + 0xFF;
    }

    /** A format of {@code printf} that writes a text. */
    static String format(String text) {
        StringBuilder format = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> format.append("\\n");
                case '\t' -> format.append("\\t");
                case '\\' -> format.append("\\\\");
                case '%' -> format.append("%%");
                default -> {
                    if (isByte(c)) {
                        format.append(octal(c - BYTES));
                    } else if (Harmless.isUnseen(c)) {
                        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                            format.append(octal(b & 0xFF));
                        }
                    } else {
                        format.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted(format.toString());
    }

    private static String octal(int b) {
        return String.format(Locale.ROOT, "\\%03o", b);
    }

    /**
     * A part of a body.
     *
     * @param unit a text
     * @param times how often it comes, one time after the other
     */
    private record Piece(String unit, int times) {
        boolean isRun() {
            return times > 1;
        }

        boolean needsCommand() {
            return isRun() || unit.codePoints().anyMatch(ShellBody::isEscaped);
        }

        String command() {
            return isRun()
                    ? "yes " + quoted(unit) + " | head -n " + times + " | tr -d '\\n'"
                    : "printf " + format(unit);
        }
    }
}
