package io.github.servicelinkage.conformance.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Evidence;
import java.util.Locale;

/**
 * Turns exchanges into what reports may show.
 *
 * <p>Of a request, which the suite wrote itself, the values of members that the contract marks as personal are replaced whatever
 * they hold, and everywhere else the known values wherever they occur. Of a response only what is {@linkplain Familiar familiar} is
 * shown.
 */
public final class EvidenceWriter {
    private static final int LONGEST_SHOWN = 600;

    private final Placeholders placeholders;
    private final Familiar familiar;
    private final ShownResponse responses;
    private final ForeignRequest foreign;
    private final CurlLine curlLine;

    /**
     * Writes evidence of one run.
     *
     * @param placeholders knows the key and the people of the run
     * @param familiar what of a response may be shown
     * @param apiKeyHeader name of the header of the key
     */
    public EvidenceWriter(Placeholders placeholders, Familiar familiar, String apiKeyHeader) {
        this.placeholders = placeholders;
        this.familiar = familiar;
        this.responses = new ShownResponse(familiar, placeholders);
        this.foreign = new ForeignRequest(familiar, apiKeyHeader);
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
                request.method() + " " + curlLine.path(request),
                curlLine.of(request),
                response == null ? null : response.status(),
                response == null ? null : responses.headers(response),
                response == null ? null : responses.body(response),
                exchange.failure().map(Exchange.Failure::text).orElse(null));
    }

    /** An exchange as reports may show it whose request somebody else wrote. */
    public Evidence ofForeign(Exchange exchange, Text description, Text expected) {
        return of(
                new Exchange(
                        foreign.shown(exchange.request()), exchange.response(), exchange.failure(), exchange.elapsed()),
                description,
                expected);
    }

    private JsonNode json(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = ((ObjectNode) node).objectNode();
            node.properties()
                    .forEach(field -> copy.set(
                            placeholders.text(field.getKey()),
                            familiar.personal().contains(field.getKey())
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
