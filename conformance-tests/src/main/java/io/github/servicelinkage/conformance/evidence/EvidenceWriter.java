package io.github.servicelinkage.conformance.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Evidence;
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
public final class EvidenceWriter {
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

    private final Placeholders placeholders;
    private final Set<String> personalMembers;
    private final CurlLine curlLine;

    /**
     * Writes evidence of one run.
     *
     * @param placeholders knows the key and the people of the run
     * @param personalMembers names of the members that hold personal data
     * @param apiKeyHeader name of the header of the key
     */
    public EvidenceWriter(Placeholders placeholders, Set<String> personalMembers, String apiKeyHeader) {
        this.placeholders = placeholders;
        this.personalMembers = Set.copyOf(personalMembers);
        this.curlLine =
                new CurlLine(placeholders, apiKeyHeader, body -> json(body).toString());
    }

    /**
     * An exchange as reports may show it.
     *
     * @param description what the request is, in a few words
     * @param expected what was expected, in words
     */
    public Evidence of(Exchange exchange, Text description, Text expected) {
        Request request = exchange.request();
        Response response = exchange.response().orElse(null);
        return new Evidence(
                description,
                expected,
                request.method() + " " + CurlLine.path(request),
                curlLine.of(request),
                response == null ? null : response.status(),
                response == null ? null : headers(response),
                response == null ? null : body(response),
                exchange.failure().map(Exchange.Failure::text).orElse(null));
    }

    private String body(Response response) {
        String text = response.json().isContainerNode() ? json(response.json()).toString() : response.text();
        return shortened(placeholders.text(text), response.body().length);
    }

    private Map<String, String> headers(Response response) {
        Map<String, String> shown = new TreeMap<>();
        SHOWN_HEADERS.forEach(name -> response.header(name)
                .ifPresent(value -> shown.put(name.toLowerCase(Locale.ROOT), placeholders.text(value))));
        return shown;
    }

    private JsonNode json(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = ((ObjectNode) node).objectNode();
            node.properties()
                    .forEach(field -> copy.set(
                            placeholders.text(field.getKey()),
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
        return node.isTextual() ? TextNode.valueOf(placeholders.text(node.asText())) : node;
    }

    private JsonNode personal(ObjectNode factory, String name, JsonNode value) {
        if (!value.isTextual()) {
            return value.isContainerNode() && !value.isEmpty() ? factory.textNode("<" + name + ">") : value;
        }
        String text = value.asText();
        return factory.textNode(placeholders
                .placeholder(text)
                .orElseGet(() -> text.isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT, "<%s, %d code points>", name, text.codePointCount(0, text.length()))));
    }

    /** The beginning of a long text, and how many bytes the whole has. */
    static String shortened(String text, int bytes) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        // Never between the halves of a surrogate pair, which no report could be written with.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + "… (" + bytes + " bytes)";
    }
}
