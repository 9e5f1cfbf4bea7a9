package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.exchange.Response;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the body of a response is at first sight, before any requirement judges it. */
public enum Content {
    /** Nothing. */
    EMPTY,
    /** A page for people, such as that of a login or a proxy. */
    PAGE,
    /** A text that is not even meant to be JSON. */
    TEXT,
    /** JSON, but no object, and of nothing that a success tells of. */
    VALUE,
    /** JSON that tells of an error, and of nothing that a success tells of. */
    ERROR,
    /** What the contract says, or meant to be: its faults are for the checks to find. */
    ANSWER;

    private static final Pattern ERROR_NAME = Pattern.compile(
            "(?i)code|.*(?:err|fault|exception|reason|status|messa?ge?|msg|(?:result|res|rsp|return).?(?:code|cd)).*");

    /**
     * What a response holds.
     *
     * @param members names that a success of the operation may have, at whatever level
     */
    static Content of(Response response, Set<String> members) {
        String text = response.text().replaceFirst("^\\uFEFF", "").strip();
        if (text.isEmpty()) {
            return response.body().length == 0 || response.isUtf8() ? EMPTY : ANSWER;
        }
        if (text.startsWith("<")) {
            return PAGE;
        }
        if (response.json().isObject()) {
            return tellsOf(response.json(), members) || !namesError(response.json()) ? ANSWER : ERROR;
        }
        if (!response.json().isMissingNode() && !mentions(response.json(), members)) {
            return VALUE;
        }
        boolean isText = response.isUtf8() && text.indexOf('\0') < 0;
        return isText && "{[\"".indexOf(text.charAt(0)) < 0 ? TEXT : ANSWER;
    }

    /** Whether it tells of a success, if perhaps inside a list or a string. */
    private static boolean mentions(JsonNode json, Set<String> members) {
        return tellsOf(json, members) || members.stream().anyMatch(json.asText()::contains);
    }

    private static boolean tellsOf(JsonNode json, Set<String> members) {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            if (members.contains(member.getKey())) {
                return true;
            }
        }
        for (JsonNode child : json) {
            if (tellsOf(child, members)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesError(JsonNode json) {
        return json.properties().stream()
                .anyMatch(member -> ERROR_NAME.matcher(member.getKey()).matches());
    }
}
