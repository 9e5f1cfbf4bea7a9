package io.github.servicelinkage.conformance.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns exchanges into what reports may show: key, ci, names and account numbers become placeholders.
 *
 * <p>Members that the contract marks as personal are replaced whatever they hold; everywhere else the known values are replaced
 * wherever they occur, and long runs of digits, which may be account numbers of people whom the suite does not know.
 */
public final class Redaction {
    private static final int LONGEST_SHOWN = 600;
    /** Redacting a body of a mebibyte would cost more than the rest of a run. */
    private static final int LONGEST_READ = 1 << 14;

    private static final int LONGEST_SECRET = 1000;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{10,}");
    private static final Pattern ASCII_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    /** What a check looks at; anything else, such as Date, would differ from run to run. */
    private static final List<String> SHOWN_HEADERS = List.of(
            "allow",
            "cache-control",
            "connection",
            "content-type",
            "location",
            "retry-after",
            "x-ratelimit-limit-day",
            "x-ratelimit-remaining-day");

    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Set<String> personalMembers;
    private final String apiKeyHeader;

    /** Knows the key and the people of a run. */
    public Redaction(Given given) {
        this.personalMembers = given.contract().personalMembers();
        this.apiKeyHeader = given.contract().apiKeyHeader();
        placeholders.put(given.apiKey(), "<API_KEY>");
        for (Subject subject : given.subjects().subjects().values()) {
            placeholders.put(subject.ci(), "<ci>");
            subject.vtAccNos().forEach(number -> placeholders.put(number, "<vtAccNo>"));
            placeholders.put(subject.korName(), "<korName>");
        }
    }

    /** An exchange as reports may show it. */
    public Evidence evidence(Exchange exchange, Text expected) {
        Request request = exchange.request();
        Answer answer = exchange.answer().orElse(null);
        return new Evidence(
                exchange.description(),
                expected,
                request.method() + " " + path(request),
                curl(request),
                answer == null ? null : answer.status(),
                answer == null ? null : headers(answer),
                answer == null ? null : body(answer),
                exchange.failure().map(Exchange.Failure::text).orElse(null));
    }

    /** A text in which every known value is a placeholder. */
    public String text(String text) {
        String redacted = text;
        for (Map.Entry<String, String> entry : placeholders.entrySet()) {
            redacted = redacted.replace(entry.getKey(), entry.getValue());
        }
        return LONG_NUMBER.matcher(redacted).replaceAll("<digits>");
    }

    private String path(Request request) {
        return request.path().contains("?") ? request.path().replaceFirst("=.*", "=<API_KEY>") : request.path();
    }

    private String curl(Request request) {
        List<String> words = new ArrayList<>();
        words.add("curl -sS -i -X " + request.method());
        words.add("\"$LINKAGE_URL" + path(request).replace("<API_KEY>", "$LINKAGE_API_KEY") + "\"");
        for (Header header : request.headers()) {
            // To curl "name:" means to leave the header out; an empty one is written with a semicolon.
            String value = header.value().isEmpty() ? ";" : ": " + headerValue(header);
            words.add("-H \"" + header.name() + value + "\"");
        }
        if (request.header("Content-Type").isEmpty() && request.body().length > 0) {
            // Otherwise curl sends a media type of its own.
            words.add("-H \"Content-Type:\"");
        }
        if (request.body().length > 0) {
            words.add("--data-binary '" + requestBody(request).replace("'", "'\\''") + "'");
        }
        return String.join(" ", words);
    }

    private String headerValue(Header header) {
        if (!header.name().equalsIgnoreCase(apiKeyHeader)) {
            return text(header.value()).replace("\"", "\\\"");
        }
        return placeholders.containsKey(header.value())
                ? "$LINKAGE_API_KEY"
                : header.value().isEmpty() ? "" : "<another key>";
    }

    private String requestBody(Request request) {
        return shortened(request.json().map(json -> json(json).toString()).orElseGet(() -> raw(request)));
    }

    /** Of a long body only the beginning is looked through, and what may be half of a secret at its end is left out. */
    private String raw(Request request) {
        String whole = request.text();
        if (whole.length() <= LONGEST_READ) {
            return text(unescaped(whole));
        }
        String beginning = text(unescaped(whole.substring(0, LONGEST_READ)));
        return beginning.substring(0, Math.max(0, beginning.length() - LONGEST_SECRET));
    }

    private String body(Answer answer) {
        return shortened(
                answer.json().isContainerNode() ? text(json(answer.json()).toString()) : text(answer.text()));
    }

    private Map<String, String> headers(Answer answer) {
        Map<String, String> shown = new TreeMap<>();
        SHOWN_HEADERS.forEach(name -> answer.header(name).ifPresent(value -> shown.put(name, text(value))));
        return shown;
    }

    private JsonNode json(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = ((ObjectNode) node).objectNode();
            node.properties()
                    .forEach(field -> copy.set(
                            text(field.getKey()),
                            personalMembers.contains(field.getKey())
                                    ? personal(copy, field.getKey(), field.getValue())
                                    : json(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = ((ArrayNode) node).arrayNode();
            node.forEach(entry -> copy.add(json(entry)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(text(node.asText())) : node;
    }

    private JsonNode personal(ObjectNode factory, String name, JsonNode value) {
        if (!value.isTextual()) {
            return value.isContainerNode() && !value.isEmpty() ? factory.textNode("<" + name + ">") : value;
        }
        String text = value.asText();
        return factory.textNode(
                placeholders.containsKey(text) || text.isEmpty()
                        ? placeholders.getOrDefault(text, "")
                        : "<%s, %d code points>".formatted(name, text.codePointCount(0, text.length())));
    }

    /** Escapes of characters beyond ASCII, which would hide a name. */
    private static String unescaped(String text) {
        return ASCII_ESCAPE.matcher(text).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            return c < 0x80 || Character.isSurrogate(c) ? "\\\\u" + match.group(1) : String.valueOf(c);
        });
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        // Never between the halves of a surrogate pair, which no report could be written with.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + "… (%d bytes)".formatted(text.getBytes(StandardCharsets.UTF_8).length);
    }
}
