package io.github.servicelinkage.conformance.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.exchange.Response;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a response may be shown: what is {@linkplain Familiar familiar}; of everything else its kind and length.
 *
 * @param placeholders knows the people of the run
 */
record ShownResponse(Familiar familiar, Placeholders placeholders) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final int MOST_ENTRIES = 50;
    /** Of a code that the contract does not list, so many digits tell nothing of anybody. */
    private static final int LARGEST_CODE = 99_999;

    private static final Pattern DAY = Pattern.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])");
    private static final int LONGEST_FIELD = 200;

    /** Schemes of authentication (RFC 9110 §11.3). */
    private static final Pattern SCHEME =
            Pattern.compile("(?:Basic|Bearer|Digest|Negotiate|NTLM|ApiKey|Key)\\b", Pattern.CASE_INSENSITIVE);

    /** What a check looks at, and which of its values are shown; anything else, such as Date, differs from run to run. */
    private static final Map<String, Pattern> FIELDS = Map.of(
            "Allow",
            list("GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT"),
            "Cache-Control",
            list("no-store|no-cache|no-transform|must-revalidate|proxy-revalidate|private|public|immutable"
                    + "|(?:max-age|s-maxage)=(?:0|1|10|30|60|300|600|3600|86400|604800|31536000)"),
            "Connection",
            list("close|keep-alive"),
            "Content-Type",
            Pattern.compile(
                    "(?:application/(?:json|problem\\+json|xml|octet-stream|x-www-form-urlencoded)|text/(?:html|json|plain|xml))"
                            + "(?:\\h?;\\h?charset=\"?(?:utf-8|utf-16|euc-kr|ms949|iso-8859-1|us-ascii)\"?)?;?",
                    Pattern.CASE_INSENSITIVE),
            "Location",
            list("/"),
            ServiceLinkageApi.RETRY_AFTER,
            Pattern.compile("[0-9]{1,5}|[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT"),
            ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY,
            Pattern.compile("[0-9]{1,7}"),
            ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY,
            Pattern.compile("[0-9]{1,7}"),
            "WWW-Authenticate",
            SCHEME);

    /** The fields that a check looks at. */
    Map<String, String> headers(Response response) {
        Map<String, String> shown = new TreeMap<>();
        FIELDS.forEach((name, familiarValues) -> response.header(name)
                .ifPresent(value -> shown.put(name.toLowerCase(Locale.ROOT), field(value, familiarValues))));
        return shown;
    }

    /** A value that is familiar or, of a challenge, the scheme at its beginning. */
    private static String field(String value, Pattern familiarValues) {
        Matcher matcher = familiarValues.matcher(value);
        if (value.length() <= LONGEST_FIELD && matcher.matches()) {
            return value;
        }
        return familiarValues == SCHEME && matcher.lookingAt()
                ? matcher.group() + " " + measured("string", value.substring(matcher.end()))
                : measured("string", value);
    }

    /** The body. */
    String body(Response response) {
        if (response.json().isContainerNode()) {
            return EvidenceWriter.shortened(json(response.json(), "", 0).toString(), response.body().length);
        }
        String kind = response.text().stripLeading().startsWith("<") ? "markup" : "text";
        return response.body().length == 0 ? "" : "<" + kind + ", " + response.body().length + " bytes>";
    }

    private JsonNode json(JsonNode node, String name, int depth) {
        if (node.isObject()) {
            return depth < DEEPEST ? object(node, depth) : JSON.textNode("<object>");
        }
        if (node.isArray()) {
            return depth < DEEPEST ? array(node, depth) : JSON.textNode("<list of " + node.size() + ">");
        }
        if (node.isNumber()) {
            boolean shown = node.isInt()
                    && (familiar.numbers().contains(node.asInt())
                            || depth == 1 && familiar.isMember(name) && Math.abs((long) node.asInt()) <= LARGEST_CODE);
            return shown ? node : JSON.textNode(measured("number", node.asText()));
        }
        return node.isTextual() ? JSON.textNode(text(name, node.asText())) : node;
    }

    private ObjectNode object(JsonNode node, int depth) {
        ObjectNode copy = JSON.objectNode();
        int more = node.size() - MOST_ENTRIES;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            if (copy.size() == MOST_ENTRIES) {
                return copy.put("<" + more + " more>", "…");
            }
            boolean isPersonal = familiar.personal().contains(name);
            copy.set(
                    familiar.isMember(name) ? name : measured("name " + (copy.size() + 1), name),
                    isPersonal ? personal(name, field.getValue()) : json(field.getValue(), name, depth + 1));
        }
        return copy;
    }

    private ArrayNode array(JsonNode node, int depth) {
        ArrayNode copy = JSON.arrayNode();
        for (JsonNode entry : node) {
            if (copy.size() == MOST_ENTRIES) {
                return copy.add("<" + (node.size() - MOST_ENTRIES) + " more>");
            }
            copy.add(json(entry, "", depth + 1));
        }
        return copy;
    }

    private String text(String name, String value) {
        boolean isDay = familiar.days().contains(name) && DAY.matcher(value).matches();
        return placeholders
                .placeholder(value)
                .orElseGet(() -> value.isEmpty() || isDay || familiar.texts().contains(value)
                        ? value
                        : measured("string", value));
    }

    private JsonNode personal(String name, JsonNode value) {
        if (!value.isTextual()) {
            return value.isNull() || value.isContainerNode() && value.isEmpty()
                    ? value
                    : JSON.textNode("<" + name + ">");
        }
        String text = value.asText();
        return JSON.textNode(
                placeholders.placeholder(text).orElseGet(() -> text.isEmpty() ? "" : measured(name, text)));
    }

    private static String measured(String kind, String value) {
        return String.format(Locale.ROOT, "<%s, %d characters>", kind, value.codePointCount(0, value.length()));
    }

    private static Pattern list(String values) {
        return Pattern.compile("(?:" + values + ")(?:\\h?,\\h?(?:" + values + ")){0,9}", Pattern.CASE_INSENSITIVE);
    }
}
