package io.github.servicelinkage.conformance.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a request as a line for a shell that sends it again, with placeholders for what must not be shown.
 *
 * @param placeholders knows what must not be shown
 * @param apiKeyHeader name of the header of the key
 * @param redactedJson a JSON body as it may be shown
 */
record CurlLine(Placeholders placeholders, String apiKeyHeader, Function<ObjectNode, String> redactedJson) {
    private static final Pattern ESCAPES = Pattern.compile("(?:\\\\u[0-9a-fA-F]{4})++");
    /** Escapes of what is neither ASCII nor half a character. */
    private static final Pattern BEYOND_ASCII = Pattern.compile("\\\\u((?!00[0-7]|[dD][89a-fA-F])[0-9a-fA-F]{4})");
    /** Segments that curl would take out of a path. */
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(?:/|$)");
    /** To HEAD there is no body, for which curl would wait in vain. */
    private static final String NOT_FOR_EVER = " -m 5";

    /** The line. */
    String of(Request request) {
        List<String> words = new ArrayList<>();
        boolean hasBody = request.body().length > 0 || request.method().equals("POST");
        String url = "\"$LINKAGE_URL" + path(request).replace("<API_KEY>", "$LINKAGE_API_KEY") + "\"";
        words.add("curl -sS -i -X " + request.method() + (request.method().equals("HEAD") ? NOT_FOR_EVER : ""));
        words.add(url);
        if (DOTS.matcher(request.path()).find()) {
            words.add("--path-as-is");
        }
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
        // Otherwise curl sends some of its own.
        Stream.of("Accept", "Content-Type")
                .filter(name -> request.header(name).isEmpty() && (hasBody || name.equals("Accept")))
                .forEach(name -> words.add("-H \"" + name + ":\""));
        String curl = String.join(" ", words);
        if (!hasBody) {
            return curl;
        }
        return request.json()
                .map(json -> redactedJson.apply(json).getBytes(StandardCharsets.UTF_8))
                .map(json -> ShellBody.line(curl, json, UnaryOperator.identity()))
                .orElseGet(() -> ShellBody.line(curl, request.body(), this::redacted));
    }

    /** Path and query, without a key in it. */
    String path(Request request) {
        String[] query = request.path().split("=", 2);
        return query.length == 2
                        && placeholders
                                .placeholder(URLDecoder.decode(query[1], StandardCharsets.UTF_8))
                                .isPresent()
                ? query[0] + "=<API_KEY>"
                : placeholders.text(request.path());
    }

    private String value(Header header) {
        if (!header.name().equalsIgnoreCase(apiKeyHeader)) {
            return inDoubleQuotes(placeholders.text(header.value()));
        }
        String key = header.value().strip();
        if (placeholders.placeholder(key).isPresent()) {
            int at = header.value().indexOf(key);
            return inDoubleQuotes(header.value().substring(0, at)) + "$LINKAGE_API_KEY"
                    + inDoubleQuotes(header.value().substring(at + key.length()));
        }
        return key.isEmpty() ? "" : "<another key>";
    }

    private static String inDoubleQuotes(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (ShellBody.isEscaped(c)) {
                quoted.append("$(printf ")
                        .append(ShellBody.format(Character.toString(c)))
                        .append(")");
            } else {
                quoted.append("\"\\$`".indexOf(c) < 0 ? "" : "\\").appendCodePoint(c);
            }
        });
        return quoted.toString();
    }

    /** With escapes as they are sent, but for those that would hide a name. */
    private String redacted(String body) {
        String shown = ESCAPES.matcher(body)
                .replaceAll(escapes -> Matcher.quoteReplacement(placeholders
                        .placeholder(unescaped(escapes.group()))
                        .map(placeholder -> placeholder.replace(">", " in JSON escapes>"))
                        .orElse(escapes.group())));
        String plain = unescaped(shown);
        String redacted = placeholders.text(plain);
        return redacted.equals(plain) ? shown : redacted;
    }

    private static String unescaped(String text) {
        return BEYOND_ASCII
                .matcher(text)
                .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}
