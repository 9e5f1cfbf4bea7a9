package io.github.servicelinkage.conformance.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.subject.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns exchanges into what reports may show: key, ci, names and account numbers become placeholders.
 *
 * <p>Members that the contract marks as personal are replaced whatever they hold; everywhere else the known values are replaced
 * wherever they occur, and long runs of digits, which may be account numbers of people whom the suite does not know.
 */
final class Evidences {
    private static final int LONGEST_SHOWN = 600;
    /** What a check looks at; anything else, such as Date, would differ from run to run. */
    private static final List<String> SHOWN_HEADERS = List.of(
            "Allow",
            "Cache-Control",
            "Connection",
            "Content-Type",
            "Location",
            ServiceLinkageApi.RETRY_AFTER,
            ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY,
            ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY);

    private final Redaction redaction;
    private final Set<String> personalMembers;
    private final CurlLine curlLine;

    /** Knows the key and the people of a run. */
    Evidences(Given given) {
        this.redaction = new Redaction(given.apiKey(), given.subjects());
        this.personalMembers = given.contract().personalMembers();
        this.curlLine = new CurlLine(
                redaction, given.contract().apiKeyHeader(), body -> json(body).toString());
    }

    /** An exchange as reports may show it. */
    Evidence of(Exchange exchange, Text expected) {
        Request request = exchange.request();
        Answer answer = exchange.answer().orElse(null);
        return new Evidence(
                exchange.description(),
                expected,
                request.method() + " " + CurlLine.path(request),
                curlLine.of(request),
                answer == null ? null : answer.status(),
                answer == null ? null : headers(answer),
                answer == null ? null : body(answer),
                exchange.failure().map(Exchange.Failure::text).orElse(null));
    }

    private String body(Answer answer) {
        String text = answer.json().isContainerNode() ? json(answer.json()).toString() : answer.text();
        return shortened(redaction.text(text), answer.body().length);
    }

    private Map<String, String> headers(Answer answer) {
        Map<String, String> shown = new TreeMap<>();
        SHOWN_HEADERS.forEach(name -> answer.header(name)
                .ifPresent(value -> shown.put(name.toLowerCase(Locale.ROOT), redaction.text(value))));
        return shown;
    }

    private JsonNode json(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = ((ObjectNode) node).objectNode();
            node.properties()
                    .forEach(field -> copy.set(
                            redaction.text(field.getKey()),
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
        return node.isTextual() ? TextNode.valueOf(redaction.text(node.asText())) : node;
    }

    private JsonNode personal(ObjectNode factory, String name, JsonNode value) {
        if (!value.isTextual()) {
            return value.isContainerNode() && !value.isEmpty() ? factory.textNode("<" + name + ">") : value;
        }
        String text = value.asText();
        return factory.textNode(redaction
                .placeholder(text)
                .orElseGet(() -> text.isEmpty()
                        ? ""
                        : "<%s, %d code points>".formatted(name, text.codePointCount(0, text.length()))));
    }

    /** The beginning of a long text, and how many bytes the whole has. */
    static String shortened(String text, int bytes) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        // Never between the halves of a surrogate pair, which no report could be written with.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + "… (%d bytes)".formatted(bytes);
    }
}
