package io.github.servicelinkage.conformance.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a text at random, in pieces that mean something to its reader: words, strings, numbers, marks, line ends, bytes. */
final class Mutations {
    private static final int MAX_LENGTH = 200_000;
    private static final Pattern PIECE =
            Pattern.compile("\"[^\"\n]*+\"|[0-9]+|[\\p{L}_-]+|\r\n|\n| +|.", Pattern.DOTALL);
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)(content-length: *)\\d+");

    /** What readers trip over. */
    private static final List<String> DICTIONARY = List.of(
            "",
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-1",
            "1e400",
            "-0",
            "2147483648",
            "9223372036854775808",
            "99999999999999999999999999",
            "0x10",
            "NaN",
            "\u0000",
            "\u001b[2J",
            "\u001b]0;x\u0007",
            "\u0085",
            "\u009b31m",
            "\u202e",
            "\u2028",
            "\u200b",
            "\ufeff",
            "\ufffe",
            "\ud83d",
            "\ud83d\ude00",
            "\r\n",
            "\n",
            "\r",
            "\t",
            "\n::error::x\n",
            "\n##vso[task.complete]\n",
            "'",
            "\"",
            "\\",
            "\\u0000",
            "\\ud83d",
            "$1",
            "{0}",
            "%s",
            "%n%1$s",
            "${env}",
            "{{x}}",
            "<ci>",
            "<script>",
            "]]>",
            "&#0;",
            "../../x",
            "%00",
            "%",
            "%zz",
            "http://[",
            "@127.0.0.1:1/",
            ":1/",
            "é",
            "가",
            "각",
            "0",
            "!!java.net.URL",
            "&a",
            "*a",
            "<<:",
            "---\n",
            "? ",
            "|\n",
            ": ",
            "- ",
            "{ ",
            "chunked",
            "gzip",
            "charset=UTF-16",
            "charset=x",
            "application/json",
            "text/html",
            "100",
            "101",
            "204",
            "304",
            "HTTP/1.0",
            "HTTP/2",
            "20000101",
            "20180230");

    private Mutations() {}

    /** One to eight changes. */
    static byte[] of(byte[] seed, byte[] other, RandomGenerator random) {
        byte[] bytes = seed;
        for (int left = 1 + random.nextInt(random.nextInt(4) == 0 ? 8 : 2); left > 0; left--) {
            bytes = random.nextInt(4) == 0
                    ? ofBytes(bytes, random)
                    : ofPieces(bytes, new String(other, StandardCharsets.UTF_8), random);
            bytes = bytes.length <= MAX_LENGTH ? bytes : java.util.Arrays.copyOf(bytes, MAX_LENGTH);
        }
        return bytes;
    }

    /** Makes a Content-Length that a change has made wrong right again, so that the rest of the message is read at all. */
    static byte[] framed(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        Matcher length = CONTENT_LENGTH.matcher(text);
        if (body < 4 || !length.find() || length.end() > body) {
            return message;
        }
        return (text.substring(0, length.end(1)) + (text.length() - body) + text.substring(length.end()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ofBytes(byte[] bytes, RandomGenerator random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(bytes.length);
        byte[] changed = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt(256);
            case 2 -> changed = java.util.Arrays.copyOf(bytes, at);
            default -> {
                changed = java.util.Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, changed, at + 1, bytes.length - at);
                changed[at] = (byte) random.nextInt(256);
            }
        }
        return changed;
    }

    private static byte[] ofPieces(byte[] bytes, String other, RandomGenerator random) {
        // As bytes that are no UTF-8 stay what they are in ISO 8859-1, either is taken.
        var charset = random.nextInt(5) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        List<String> pieces = pieces(new String(bytes, charset));
        if (pieces.isEmpty()) {
            return bytes;
        }
        int at = random.nextInt(pieces.size());
        String known = DICTIONARY.get(random.nextInt(DICTIONARY.size()));
        switch (random.nextInt(9)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.set(at, known);
            case 2 -> pieces.add(at, known);
            case 3 -> pieces.set(at, inside(pieces.get(at), known, random));
            case 4 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
            case 5 ->
                pieces.set(
                        at,
                        pieces.get(at)
                                .repeat(times(random.nextInt(13), pieces.get(at).length())));
            case 6 -> {
                int to = at + random.nextInt(Math.min(40, pieces.size() - at)) + 1;
                List<String> part = List.copyOf(pieces.subList(at, to));
                int length = part.stream().mapToInt(String::length).sum();
                for (int times = times(random.nextInt(11), length); times > 0; times--) {
                    pieces.addAll(at, part);
                }
            }
            case 7 -> nest(pieces, at, random);
            default -> {
                List<String> foreign = pieces(other);
                if (!foreign.isEmpty()) {
                    int from = random.nextInt(foreign.size());
                    int to = from + random.nextInt(Math.min(20, foreign.size() - from)) + 1;
                    pieces.addAll(at, foreign.subList(from, to));
                }
            }
        }
        return String.join("", pieces).getBytes(charset);
    }

    /** A power of two, as far as the result can be of use. */
    private static int times(int exponent, int length) {
        return Math.min(1 << exponent, 1 + MAX_LENGTH / length);
    }

    private static String inside(String piece, String known, RandomGenerator random) {
        int at = random.nextInt(piece.length() + 1);
        return piece.substring(0, at) + known + piece.substring(at);
    }

    private static void nest(List<String> pieces, int at, RandomGenerator random) {
        int depth = 1 << random.nextInt(14);
        boolean list = random.nextBoolean();
        pieces.set(
                at,
                (list ? "[" : "{\"a\":").repeat(depth)
                        + pieces.get(at)
                        + (random.nextInt(4) == 0 ? "" : (list ? "]" : "}").repeat(depth)));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            pieces.add(piece.group());
        }
        return pieces;
    }
}
