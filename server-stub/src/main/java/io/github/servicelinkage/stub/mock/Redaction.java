package io.github.servicelinkage.stub.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.contract.ContractJson;
import io.github.servicelinkage.stub.contract.ErrorAnswerException;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Set;

/** Takes out of a method or body whatever may be personal: values of members that the contract does not call public, and unknown names. */
final class Redaction {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /** Nobody reads this member, so anything may stand in it. */
    private static final String UNUSED = "reqIdPlatform";

    private final boolean showPublic;

    private Redaction(boolean showPublic) {
        this.showPublic = showPublic;
    }

    /**
     * A body to show.
     *
     * @param showPublic whether values of public members are shown; not wise for a request that was refused, since any value may
     *     then stand anywhere
     */
    static String text(Buffer body, boolean showPublic) {
        try {
            return new Redaction(showPublic)
                    .node("", ContractJson.read(JsonNode.class, body.getBytes()))
                    .toString();
        } catch (ErrorAnswerException e) {
            return "(no JSON, %d bytes)".formatted(body.length());
        }
    }

    /** A method to show: any text may stand where HTTP expects one. */
    static String method(String method) {
        return METHODS.contains(method) ? method : "other";
    }

    private JsonNode node(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode shown = JSON.objectNode();
            object.properties()
                    .forEach(member -> shown.set(
                            known(member.getKey()) ? member.getKey() : "unknown-" + (shown.size() + 1),
                            node(member.getKey(), member.getValue())));
            return shown;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode shown = JSON.arrayNode();
            array.forEach(element -> shown.add(node(name, element)));
            return shown;
        }
        boolean shown = showPublic && ServiceLinkageApi.PUBLIC_MEMBERS.contains(name) && !name.equals(UNUSED);
        return shown ? node : masked(node);
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
