package io.github.servicelinkage.conformance.attack;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a secret in another form; what is not text comes as Latin-1. */
final class Encoding {
    private Encoding() {}

    /** The form of this name. */
    static String of(String name, String secret) {
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        return switch (name) {
            case "plain" -> wire(secret);
            case "percent" -> percent(utf8, b -> Character.isLetterOrDigit(b) && b < 0x80);
            case "percent, every byte" -> percent(utf8, b -> false);
            case "percent, twice" -> percent(utf8, b -> false).replace("%", "%25");
            case "JSON escapes" -> each(secret, c -> String.format(Locale.ROOT, "\\u%04x", c));
            case "JSON escapes, twice" -> each(secret, c -> String.format(Locale.ROOT, "\\\\u%04x", c));
            case "decimal entities" -> each(secret, c -> "&#" + c + ";");
            case "hexadecimal entities" -> each(secret, c -> String.format(Locale.ROOT, "&#x%x;", c));
            case "Base64" -> Base64.getEncoder().encodeToString(utf8);
            case "Base64, shifted by one" ->
                Base64.getEncoder().encodeToString(wire("x" + secret).getBytes(StandardCharsets.ISO_8859_1));
            case "Base64, shifted by two" ->
                Base64.getEncoder().encodeToString(wire("xy" + secret).getBytes(StandardCharsets.ISO_8859_1));
            case "Base64 in JSON of a token" ->
                Base64.getUrlEncoder()
                        .encodeToString(wire("{\"sub\":\"" + secret + "\"}").getBytes(StandardCharsets.ISO_8859_1));
            case "Base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(utf8);
            case "Base64, in lines" -> Base64.getEncoder().encodeToString(utf8).replaceAll("(.{20})", "$1 ");
            case "hex" -> HexFormat.of().formatHex(utf8);
            case "HEX" -> HexFormat.of().withUpperCase().formatHex(utf8);
            case "hex with colons" -> HexFormat.ofDelimiter(":").formatHex(utf8);
            case "upper case" -> wire(secret.toUpperCase(Locale.ROOT));
            case "lower case" -> wire(secret.toLowerCase(Locale.ROOT));
            case "swapped case" ->
                wire(each(
                        secret,
                        c -> String.valueOf(Character.toChars(
                                Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)))));
            case "groups of four" -> wire(secret.replaceAll("(.{4})", "$1 "));
            case "groups of eight by hyphens" -> wire(secret.replaceAll("(.{8})", "$1-"));
            case "halves" ->
                wire(secret.substring(0, secret.length() / 2) + " " + secret.substring(secret.length() / 2));
            case "zero-width spaces" -> wire(secret.replaceAll("(.)", "$1\u200b"));
            case "soft hyphens" -> wire(secret.replaceAll("(.{4})", "$1\u00ad"));
            case "NFD" -> wire(Normalizer.normalize(secret, Normalizer.Form.NFD));
            case "full-width" -> wire(each(secret, c -> String.valueOf((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c))));
            case "UTF-16LE" -> new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            case "UTF-16BE" -> new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
            case "EUC-KR" -> new String(secret.getBytes(Charset.forName("EUC-KR")), StandardCharsets.ISO_8859_1);
            case "reversed" -> wire(new StringBuilder(secret).reverse().toString());
            case "rot13" -> wire(each(secret, Encoding::rotated));
            case "binary" -> each(secret, c -> Integer.toBinaryString(c) + " ");
            case "decimal codes" -> each(secret, c -> c + ",");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** UTF-8, as Latin-1. */
    static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String percent(byte[] bytes, java.util.function.Predicate<Byte> kept) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(b > 0 && kept.test(b) ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return text.toString();
    }

    private static String each(String text, Function<Integer, String> change) {
        return text.chars().mapToObj(change::apply).collect(Collectors.joining());
    }

    private static String rotated(int c) {
        boolean letter = c < 0x80 && Character.isLetter(c);
        return String.valueOf((char) (letter ? (Character.toLowerCase(c) < 'n' ? c + 13 : c - 13) : c));
    }
}
