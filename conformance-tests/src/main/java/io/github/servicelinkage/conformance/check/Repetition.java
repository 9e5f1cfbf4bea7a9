package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds a value in a response: as it is, or in a form that one standard step makes of it, such as percent-encoding, HTML or JSON
 * escapes, Base64, hexadecimal digits, another charset, letter case or Unicode form, and groups of characters.
 */
final class Repetition {
    /** So many characters of a long value do not occur by chance; neither does so long a value without its separators. */
    private static final int PART = 16;
    /** Where a response is longer than this, other forms are looked for at its beginning. */
    private static final int LONGEST_READ = 1 << 15;

    private static final int MOST_STEPS = 3;

    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})++");
    private static final Pattern ENTITY = Pattern.compile("&#(?:[xX]([0-9A-Fa-f]{1,5})|([0-9]{1,6}));");
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)\\\\++u([0-9A-Fa-f]{4})");
    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]++");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]++");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]++");

    private final Memory memory;
    private final List<String> texts;

    private Repetition(Memory memory, List<String> texts) {
        this.memory = memory;
        this.texts = texts;
    }

    /** Reads a response, to look for values in it. */
    static Repetition in(Response response, Memory memory) {
        return new Repetition(memory, texts(response));
    }

    /** Whether the response repeats a value, or, of a long one, a part: a page may break it over lines, or cut it. */
    boolean of(String value) {
        Sought sought = memory.values.computeIfAbsent(value, Sought::of);
        return texts.stream()
                .anyMatch(text ->
                        contains(text, sought.parts()) || memory.reading(text).repeats(sought));
    }

    private static boolean contains(String text, List<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }

    private static Stream<String> parts(String value) {
        return value.length() < 2 * PART
                ? Stream.of(value)
                : IntStream.rangeClosed(0, value.length() / PART - 1)
                        .mapToObj(part -> value.substring(part * PART, (part + 1) * PART))
                        .distinct();
    }

    /** Body and header fields in every charset that may be meant. */
    private static List<String> texts(Response response) {
        List<String> texts = new ArrayList<>();
        texts.add(response.text());
        byte[] body = response.body();
        if (!response.isUtf8() || response.text().indexOf('\0') >= 0) {
            texts.add(new String(body, StandardCharsets.UTF_16LE));
            texts.add(new String(body, StandardCharsets.UTF_16BE));
            texts.add(new String(body, Charset.forName("MS949")));
        }
        response.headers().values().stream().flatMap(List::stream).forEach(value -> {
            texts.add(value);
            if (value.chars().anyMatch(c -> c >= 0x80 && c <= 0xFF)) {
                texts.add(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    /** Without escapes, even where they were escaped again. */
    private static String decoded(String text) {
        String before = text;
        for (int i = 0; i < MOST_STEPS; i++) {
            String after = decodedOnce(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private static String decodedOnce(String text) {
        String decoded = text;
        if (decoded.indexOf('%') >= 0) {
            decoded = PERCENT.matcher(decoded)
                    .replaceAll(run -> quoted(
                            new String(HexFormat.of().parseHex(run.group().replace("%", "")), StandardCharsets.UTF_8)));
        }
        if (decoded.contains("&#")) {
            decoded = ENTITY.matcher(decoded)
                    .replaceAll(entity -> quoted(Character.toString(
                            entity.group(1) != null
                                    ? Integer.parseInt(entity.group(1), 16)
                                    : Integer.parseInt(entity.group(2)))));
        }
        if (decoded.indexOf('\\') >= 0) {
            decoded = ESCAPE.matcher(decoded)
                    .replaceAll(escape -> quoted(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        }
        return decoded;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    /** In one letter case and Unicode form, without what is not seen. */
    private static String folded(String text) {
        boolean ascii = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        String normal = ascii
                ? text
                : UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .replaceAll("");
        return normal.toLowerCase(Locale.ROOT);
    }

    /** What every Base64 text has in it that these bytes are part of: three texts, by how many bytes stand before them. */
    private static Stream<String> base64(byte[] bytes) {
        return IntStream.range(0, 3).mapToObj(before -> {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int start = (before * 8 + 5) / 6;
            int end = (before + bytes.length) * 8 / 6;
            return text.substring(start, end);
        });
    }

    /**
     * A text, read in three ways.
     *
     * @param folded without escapes, letter case and Unicode forms
     * @param bare the same, letters and digits alone
     * @param compact without escapes, characters of Base64 alone
     */
    private record Reading(String folded, String bare, String compact) {
        static Reading of(String text) {
            String read = decoded(text);
            String folded = Repetition.folded(read);
            return new Reading(
                    folded,
                    SEPARATORS.matcher(folded).replaceAll(""),
                    NOT_BASE64.matcher(read.replace('-', '+').replace('_', '/')).replaceAll(""));
        }

        boolean repeats(Sought value) {
            return contains(folded, value.folded())
                    || contains(bare, value.bare())
                    || contains(compact, value.base64());
        }
    }

    /**
     * A value, in the forms in which the three readings have it. One that is short without its separators is not looked for in that
     * form.
     */
    private record Sought(List<String> parts, List<String> folded, List<String> bare, List<String> base64) {
        static Sought of(String value) {
            String folded = Repetition.folded(value);
            String bare = SEPARATORS.matcher(folded).replaceAll("");
            List<byte[]> bytes = Repetition.parts(value)
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .toList();
            return new Sought(
                    Repetition.parts(value).toList(),
                    Repetition.parts(folded).filter(part -> !part.isEmpty()).toList(),
                    Stream.concat(
                                    bytes.stream().map(HexFormat.of()::formatHex),
                                    Stream.of(bare)
                                            .filter(text -> text.length() >= PART)
                                            .flatMap(Repetition::parts))
                            .toList(),
                    bytes.stream().flatMap(Repetition::base64).toList());
        }
    }

    /** What was read already, in a run whose responses are alike. Thread-safe. */
    static final class Memory {
        private static final int MOST_TEXTS = 1_000;
        private static final int LONGEST_TEXT = 2_000;

        private final Map<String, Reading> readings = new ConcurrentHashMap<>();
        private final Map<String, Sought> values = new ConcurrentHashMap<>();

        private Reading reading(String text) {
            if (text.length() > LONGEST_TEXT) {
                return Reading.of(text.substring(0, Math.min(LONGEST_READ, text.length())));
            }
            if (readings.size() >= MOST_TEXTS) {
                readings.clear();
            }
            return readings.computeIfAbsent(text, Reading::of);
        }
    }
}
