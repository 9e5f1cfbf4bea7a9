package io.github.servicelinkage.conformance.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Harmless;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Writes a request as a line for a shell that sends it again, with placeholders for what must not be shown.
 *
 * @param placeholders knows what must not be shown
 * @param apiKeyHeader name of the header of the key
 * @param redactedJson a JSON body as it may be shown
 */
record CurlLine(Placeholders placeholders, String apiKeyHeader, Function<ObjectNode, String> redactedJson) {
    /** Redacting a body of a mebibyte would cost more than the rest of a run. */
    private static final int LONGEST_READ = 1 << 14;

    private static final int LONGEST_SECRET = 1000;
    private static final Pattern ASCII_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    /** Bytes that are not UTF-8 become characters of the private use area from here on, until the line is written. */
    private static final char BYTES = '\uF700';

    /** The line. */
    String of(Request request) {
        List<String> words = new ArrayList<>();
        String url = "\"$LINKAGE_URL" + path(request).replace("<API_KEY>", "$LINKAGE_API_KEY") + "\"";
        words.add("curl -sS -i -X " + request.method());
        words.add(url);
        if (!request.framing().isOrdinaryVersion()) {
            words.add(
                    "--" + request.framing().version().toLowerCase(Locale.ROOT).replace("/", ""));
        }
        if (request.framing().absoluteTarget()) {
            words.add("--request-target " + url);
        }
        if (request.framing().chunked()) {
            words.add("-H \"Transfer-Encoding: chunked\"");
        }
        for (Header header : request.headers()) {
            // To curl "name:" means to leave the header out; an empty one is written with a semicolon.
            String value = header.value().isEmpty() ? ";" : ": " + value(header);
            words.add("-H \"" + header.name() + value + "\"");
        }
        if (request.header("Content-Type").isEmpty() && request.body().length > 0) {
            // Otherwise curl sends a media type of its own.
            words.add("-H \"Content-Type:\"");
        }
        if (request.body().length > 0) {
            words.add("--data-binary " + quoted(body(request)));
        }
        return String.join(" ", words);
    }

    /** Path and query, without a key in it. */
    static String path(Request request) {
        return request.path().contains("?") ? request.path().replaceFirst("=.*", "=<API_KEY>") : request.path();
    }

    private String value(Header header) {
        if (!header.name().equalsIgnoreCase(apiKeyHeader)) {
            return placeholders.text(header.value()).replace("\"", "\\\"");
        }
        String key = header.value().strip();
        if (placeholders.placeholder(key).isPresent()) {
            return header.value().replace(key, "$LINKAGE_API_KEY");
        }
        return key.isEmpty() ? "" : "<another key>";
    }

    private String body(Request request) {
        return EvidenceWriter.shortened(
                request.json().map(redactedJson).orElseGet(() -> raw(request.body())), request.body().length);
    }

    /** Of a long body only the beginning is looked through, and what may be half of a secret at its end is left out. */
    private String raw(byte[] body) {
        String shown = placeholders.text(unescaped(decoded(body, Math.min(body.length, LONGEST_READ))));
        return body.length <= LONGEST_READ ? shown : shown.substring(0, Math.max(0, shown.length() - LONGEST_SECRET));
    }

    private static String decoded(byte[] bytes, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(length);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (BYTES + (in.get() & 0xFF)));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** A word of the shell; what is not UTF-8 or not seen takes the quoting of bash and zsh that knows escapes. */
    private static String quoted(String text) {
        if (text.codePoints().noneMatch(CurlLine::isEscaped)) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
        StringBuilder word = new StringBuilder("$'");
        text.codePoints().forEach(c -> {
            if (isByte(c)) {
                escape(word, c - BYTES);
            } else if (Harmless.isUnseen(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    escape(word, b & 0xFF);
                }
            } else {
                word.append(c == '\\' || c == '\'' ? "\\" : "").appendCodePoint(c);
            }
        });
        return word.append("'").toString();
    }

    private static boolean isEscaped(int codePoint) {
        return isByte(codePoint) || Harmless.isUnseen(codePoint);
    }

    private static boolean isByte(int codePoint) {
        return codePoint >= BYTES + 0x80 && codePoint <= BYTES + 0xFF;
    }

    private static void escape(StringBuilder word, int b) {
        word.append(String.format(Locale.ROOT, "\\x%02x", b));
    }

    /** Escapes of characters beyond ASCII, which would hide a name. */
    private static String unescaped(String text) {
        return ASCII_ESCAPE.matcher(text).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            return c < 0x80 || Character.isSurrogate(c) ? "\\\\u" + match.group(1) : String.valueOf(c);
        });
    }
}
