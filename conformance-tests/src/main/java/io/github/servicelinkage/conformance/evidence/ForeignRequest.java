package io.github.servicelinkage.conformance.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request that somebody else wrote, as the author of a pact does: values are shown of the contract's own members and header fields
 * alone.
 *
 * @param familiar names the members of the contract
 * @param apiKeyHeader name of the header of the key
 */
record ForeignRequest(Familiar familiar, String apiKeyHeader) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SHOWN_FIELDS = Set.of("accept", "content-type");
    /** What programmers call a member, and nobody is called. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,39}");

    /** A path without escapes, in which nothing can be hidden. */
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]{0,39})*");

    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_BODY = 4_096;

    /** The request with a length in place of everything else. */
    Request shown(Request request) {
        int query = request.path().indexOf('?');
        Request shown = new Request(
                request.method(),
                query < 0
                        ? path(request.path())
                        : path(request.path().substring(0, query)) + "?"
                                + measured(request.path().substring(query + 1)),
                request.headers().stream().map(this::shown).toList(),
                Optional.empty(),
                request.body(),
                request.framing());
        return request.body().length == 0
                ? shown
                : object(request)
                        .map(json -> Request.of(shown.method(), shown.path(), shown.headers(), json))
                        .orElseGet(() -> shown.withBody("<" + request.body().length + " bytes>"));
    }

    private static String path(String path) {
        return PATH.matcher(path).matches() ? path : "/" + measured(path);
    }

    private Header shown(Header header) {
        boolean isShown = header.name().equalsIgnoreCase(apiKeyHeader)
                || SHOWN_FIELDS.contains(header.name().toLowerCase(Locale.ROOT))
                        && header.value().length() <= LONGEST_VALUE;
        return isShown ? header : new Header(header.name(), measured(header.value()));
    }

    private Optional<ObjectNode> object(Request request) {
        if (request.body().length > LONGEST_BODY) {
            return Optional.empty();
        }
        try {
            return JSON.readTree(request.text()) instanceof ObjectNode json
                    ? Optional.of((ObjectNode) shown(json))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private JsonNode shown(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String name = member.getKey();
                copy.set(
                        IDENTIFIER.matcher(name).matches() ? name : measured(name),
                        familiar.members().contains(name) ? shown(member.getValue()) : hidden(member.getValue()));
            }
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(entry -> copy.add(shown(entry)));
            return copy;
        }
        return node.isTextual() && node.asText().length() > LONGEST_VALUE ? hidden(node) : node;
    }

    private static JsonNode hidden(JsonNode value) {
        return value.isBoolean() || value.isNull()
                ? value
                : JSON.getNodeFactory().textNode(measured(value.isContainerNode() ? value.toString() : value.asText()));
    }

    private static String measured(String text) {
        return "<" + text.codePointCount(0, text.length()) + " code points>";
    }
}
