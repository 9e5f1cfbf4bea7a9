package io.github.servicelinkage.stub.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.contract.ContractJson;
import io.github.servicelinkage.stub.contract.ErrorResponseException;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.model.PlatformError;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Masks whatever may be personal in a body: every value but those that the contract marks as public, each in its own place, and
 * unknown names.
 */
final class ArchiveMask {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> IN_REQUEST =
            PublicPaths.of(ServiceLinkageApi.ROUTES.stream().map(Route::requestType));

    private static final Set<String> IN_RESPONSE = PublicPaths.of(Stream.concat(
            Stream.of(PlatformError.class),
            Arrays.stream(ServiceLinkageApi.class.getMethods()).map(Method::getGenericReturnType)));

    /** The texts of an error: not personal in the contract, but a faulty gateway can repeat anything in them. */
    private static final Set<String> ERROR_TEXTS = Set.of("/message", "/description");

    /** The contract's own messages. */
    private static final Set<String> MESSAGES = Arrays.stream(ErrorResponse.values())
            .map(error -> ContractJson.read(JsonNode.class, error.json().getBytes(StandardCharsets.UTF_8)))
            .map(error -> error.path("message").textValue())
            .collect(Collectors.toUnmodifiableSet());

    private final BiPredicate<String, String> shown;

    /** Shows the values for whose path and text this holds. */
    private ArchiveMask(BiPredicate<String, String> shown) {
        this.shown = shown;
    }

    /** The body of a request to show; public values only where they are one of these codes, since callers can send anything. */
    static String request(Bytes body, Set<String> codes) {
        return text(body, (path, value) -> IN_REQUEST.contains(path) && codes.contains(value));
    }

    /** The body of a response to show. */
    static String response(Bytes body) {
        return text(
                body,
                (path, value) -> ERROR_TEXTS.contains(path) ? MESSAGES.contains(value) : IN_RESPONSE.contains(path));
    }

    private static String text(Bytes body, BiPredicate<String, String> shown) {
        try {
            return new ArchiveMask(shown)
                    .node("", ContractJson.read(JsonNode.class, body.array()))
                    .toString();
        } catch (ErrorResponseException e) {
            return "(no JSON, " + body + ")";
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
                ? JSON.textNode("*** ("
                        + node.textValue().codePointCount(0, node.textValue().length()) + " characters)")
                : JSON.textNode("*** (" + node.getNodeType().name().toLowerCase(Locale.ROOT) + ")");
    }
}
