package io.github.servicelinkage.conformance.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Ways of writing a text that a reader can undo, by name. */
final class Encodings {
    private static final Map<String, UnaryOperator<String>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("plain", text -> text);
        ALL.put("NFD", text -> Normalizer.normalize(text, Normalizer.Form.NFD));
        ALL.put("NFKD", text -> Normalizer.normalize(text, Normalizer.Form.NFKD));
        ALL.put("upper case", text -> text.toUpperCase(Locale.ROOT));
        ALL.put("lower case", text -> text.toLowerCase(Locale.ROOT));
        ALL.put(
                "swapped case",
                each(c -> Character.toString(
                        Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))));
        ALL.put("reversed", text -> new StringBuilder(text).reverse().toString());
        ALL.put("Base64", text -> base64(utf8(text)));
        ALL.put("Base64 without padding", text -> base64(utf8(text)).replace("=", ""));
        ALL.put("Base64url", text -> Base64.getUrlEncoder().encodeToString(utf8(text)));
        ALL.put(
                "Base64 in lines",
                text -> Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(utf8(text)));
        ALL.put("Base64 of Base64", text -> base64(utf8(base64(utf8(text)))));
        ALL.put(
                "Base64url without padding",
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text)));
        ALL.put("Base64 in parts", text -> base64(utf8(text)).replaceAll("(.{20})", "$1 "));
        ALL.put("Base64, shifted by one", text -> base64(utf8("x" + text)));
        ALL.put("Base64, shifted by two", text -> base64(utf8("xy" + text)));
        ALL.put("Base64 of JSON", text -> Base64.getUrlEncoder().encodeToString(utf8("{\"sub\":\"" + text + "\"}")));
        ALL.put("hex", text -> HexFormat.of().formatHex(utf8(text)));
        ALL.put("HEX", text -> HexFormat.of().withUpperCase().formatHex(utf8(text)));
        ALL.put("hex with blanks", text -> HexFormat.ofDelimiter(" ").formatHex(utf8(text)));
        ALL.put("hex with colons", text -> HexFormat.ofDelimiter(":").formatHex(utf8(text)));
        ALL.put(
                "\\x escapes",
                text -> HexFormat.ofDelimiter("").withPrefix("\\x").formatHex(utf8(text)));
        ALL.put("percent", text -> java.net.URLEncoder.encode(text, StandardCharsets.UTF_8));
        ALL.put("percent of every byte", Encodings::percent);
        ALL.put("double percent", text -> percent(text).replace("%", "%25"));
        ALL.put("HTML entities", each("&#%d;"::formatted));
        ALL.put("hex entities", each("&#x%x;"::formatted));
        ALL.put("\\u escapes", each("\\u%04x"::formatted));
        ALL.put("doubled \\u escapes", each("\\\\u%04x"::formatted));
        ALL.put("octal", text -> bytes(text, "\\%03o"));
        ALL.put("UTF-16", in(StandardCharsets.UTF_16BE));
        ALL.put("UTF-16 little endian", in(StandardCharsets.UTF_16LE));
        ALL.put("EUC-KR", in(Charset.forName("EUC-KR")));
        ALL.put("UTF-32", in(Charset.forName("UTF-32BE")));
        ALL.put("mojibake", in(StandardCharsets.UTF_8));
        ALL.put("full width", each(c -> Character.toString(c > ' ' && c < 127 ? c - '!' + 0xff01 : c)));
        ALL.put("zero-width spaces", groups(1, "\u200b"));
        ALL.put("soft hyphens", groups(1, "\u00ad"));
        ALL.put("combining marks", groups(1, "\u0301"));
        ALL.put("soft hyphens by 4", groups(4, "\u00ad"));
        ALL.put("halves", text -> text.substring(0, text.length() / 2) + " " + text.substring(text.length() / 2));
        ALL.put("groups of 8 by hyphens", groups(8, "-"));
        ALL.put("groups of 4", groups(4, " "));
        ALL.put("groups of 8 in lines", groups(8, "\n"));
        ALL.put("groups by hyphens", groups(3, "-"));
        ALL.put("groups by dots", groups(5, "."));
        ALL.put("single characters", groups(1, " "));
        ALL.put("single characters by commas", groups(1, ","));
        ALL.put("one a line", groups(1, "\n"));
        ALL.put("rot13", each(c -> rotated(c, 13)));
        ALL.put(
                "rot13 of letters",
                each(c -> c < 0x80 && Character.isLetter(c) ? rotated(c, 13) : Character.toString(c)));
        ALL.put("words", each(c -> Character.getName(c).toLowerCase(Locale.ROOT) + " "));
        ALL.put("tags", text -> utf8(text).length == 0 ? "" : mapped(base64(utf8(text)), c -> 0xe0000 + c));
        ALL.put("superscript", each(c -> Character.toString(c >= '4' && c <= '9' ? 0x2070 + c - '0' : c)));
        ALL.put("binary", text -> new BigInteger(1, utf8(text)).toString(2));
        ALL.put("decimal", text -> new BigInteger(1, utf8(text)).toString());
        ALL.put("binary by character", each(c -> Integer.toBinaryString(c) + " "));
        ALL.put("decimal by character", each(c -> c + ","));
        ALL.put("quoted-printable", text -> bytes(text, "=%02X"));
        ALL.put(
                "UTF-7",
                text -> "+" + base64(text.getBytes(StandardCharsets.UTF_16BE)).replace("=", "") + "-");
        ALL.put("Caesar by 1", each(c -> rotated(c, 1)));
        ALL.put("every second", each(c -> Character.toString(c) + "x"));
        ALL.put("interleaved", each(c -> Character.toString(c) + " the "));
        ALL.put(
                "JWT",
                text -> "eyJhbGciOiJub25lIn0."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text)) + ".x");
        ALL.put("member names", each(c -> "\"" + Character.toString(c) + "\":1,"));
        ALL.put("gzip and Base64", text -> base64(gzip(utf8(text))));
        ALL.put("Arabic digits", each(c -> Character.toString(c >= '0' && c <= '9' ? c - '0' + 0x660 : c)));
        ALL.put(
                "Hangul digits",
                each(c -> c >= '0' && c <= '9' ? "영일이삼사오육칠팔구".substring(c - '0', c - '0' + 1) : Character.toString(c)));
    }

    private Encodings() {}

    /** The text in an encoding. */
    static String encoded(String text, String encoding) {
        UnaryOperator<String> known = ALL.get(encoding);
        if (known == null) {
            throw new IllegalArgumentException(encoding);
        }
        return known.apply(text);
    }

    /** The text in an encoding, as bytes on the wire: UTF-8, or what the encoding itself makes of it. */
    static byte[] wire(String text, String encoding) {
        String encoded = encoded(text, encoding);
        return encoded.getBytes(
                encoding.startsWith("UTF-16") || encoding.equals("EUC-KR")
                        ? StandardCharsets.ISO_8859_1
                        : StandardCharsets.UTF_8);
    }

    private static UnaryOperator<String> each(IntFunction<String> character) {
        return text -> text.codePoints().mapToObj(character).collect(Collectors.joining());
    }

    private static String mapped(String text, java.util.function.IntUnaryOperator character) {
        return text.codePoints().map(character).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static UnaryOperator<String> groups(int length, String separator) {
        return text -> text.replaceAll(".{" + length + "}", "$0" + separator);
    }

    private static String rotated(int c, int by) {
        int first = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : 0;
        return Character.toString(first == 0 ? c + by : first + (c - first + by) % 26);
    }

    private static UnaryOperator<String> in(Charset charset) {
        return text -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static String percent(String text) {
        return bytes(text, "%%%02X");
    }

    private static String bytes(String text, String format) {
        return mappedBytes(utf8(text), octet -> format.formatted(octet & 0xff));
    }

    private static String mappedBytes(byte[] bytes, Function<Byte, String> format) {
        StringBuilder text = new StringBuilder();
        for (byte octet : bytes) {
            text.append(format.apply(octet));
        }
        return text.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
