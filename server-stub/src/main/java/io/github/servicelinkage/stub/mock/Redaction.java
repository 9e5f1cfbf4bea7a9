package io.github.servicelinkage.stub.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ContractJson;
import io.github.servicelinkage.stub.contract.ErrorAnswerException;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Takes out of a method or body whatever may be personal: every value but those known to be harmless, each at its own place, and
 * unknown names.
 */
final class Redaction {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private static final Set<String> IN_REQUEST = Set.of("/partner/comId", "/partner/srvId");

    private static final Set<String> IN_ANSWER = Set.of(
            "/result",
            "/commonTermsExpireDate",
            "/serviceTermsExpireDate",
            "/vtAccList/*/comId",
            "/vtAccList/*/endpoint",
            "/category",
            "/code");

    private static final Set<String> MESSAGES = Arrays.stream(ErrorAnswer.values())
            .map(error -> ContractJson.read(JsonNode.class, error.json().getBytes(StandardCharsets.UTF_8)))
            .map(error -> error.path("message").textValue())
            .collect(Collectors.toUnmodifiableSet());

    private final BiPredicate<String, String> shown;

    /** Shows the values for whose path and text this holds. */
    private Redaction(BiPredicate<String, String> shown) {
        this.shown = shown;
    }

    /** The body of a request to show, with values that are one of these codes where codes belong. */
    static String request(Buffer body, Set<String> codes) {
        return text(body, (path, value) -> IN_REQUEST.contains(path) && codes.contains(value));
    }

    /** The body of an answer to show. Its description is not: a fault may repeat anything there. */
    static String answer(Buffer body) {
        return text(
                body, (path, value) -> IN_ANSWER.contains(path) || path.equals("/message") && MESSAGES.contains(value));
    }

    /** A method to show: any text may stand where HTTP expects one. */
    static String method(String method) {
        return METHODS.contains(method) ? method : "other";
    }

    private static String text(Buffer body, BiPredicate<String, String> shown) {
        try {
            return new Redaction(shown)
                    .node("", ContractJson.read(JsonNode.class, body.getBytes()))
                    .toString();
        } catch (ErrorAnswerException e) {
            return "(no JSON, %d bytes)".formatted(body.length());
        }
    }

    private JsonNode node(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode members = JSON.objectNode();
            object.properties()
                    .forEach(member -> members.set(
                            known(member.getKey()) ? member.getKey() : "unknown-" + (members.size() + 1),
                            node(path + "/" + member.getKey(), member.getValue())));
            return members;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode elements = JSON.arrayNode();
            array.forEach(element -> elements.add(node(path + "/*", element)));
            return elements;
        }
        return shown.test(path, node.asText()) ? node : masked(node);
    }

    private static boolean known(String name) {
        return ServiceLinkageApi.PUBLIC_MEMBERS.contains(name) || ServiceLinkageApi.PERSONAL_MEMBERS.contains(name);
    }

    private static JsonNode masked(JsonNode node) {
        return node.isTextual()
                ? JSON.textNode("*** (%d characters)"
                        .formatted(node.textValue()
                                .codePointCount(0, node.textValue().length())))
                : JSON.textNode("*** (" + node.getNodeType().name().toLowerCase(Locale.ROOT) + ")");
    }
}
