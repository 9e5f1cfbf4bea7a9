package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** TYPE: no member of a request is coerced from another type. */
final class TypeChecks implements CheckFamily {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> {
            List<Check> checks = new ArrayList<>();
            checks.add(body(operation));
            operation.members().forEach(member -> checks.add(member(operation, member)));
            return checks;
        });
    }

    private static Check body(OperationContext operation) {
        Request accepted = operation.accepted();
        List<Case> cases = new ArrayList<>();
        for (JsonNode other : List.of(
                JSON.arrayNode().add(accepted.json().orElseThrow()),
                JSON.arrayNode(),
                TextNode.valueOf("text"),
                IntNode.valueOf(1),
                BooleanNode.TRUE,
                JSON.nullNode())) {
            cases.add(operation.invalid(
                    Text.of("본문 전체: %s", "the whole body: %s", other.getNodeType()),
                    accepted.withBody(other.toString())));
        }
        return operation.check(operation.covering(operation.operation().requestSchema(), "type"), cases);
    }

    private static Check member(OperationContext operation, Member member) {
        Request accepted = operation.accepted();
        ObjectNode control = accepted.json().orElseThrow();
        JsonNode proper = member.parentIn(control).path(member.name());
        List<Case> cases = new ArrayList<>();
        others(member, proper)
                .forEach((name, other) -> cases.add(operation.sent(
                        // A gateway may find out that nobody has such a code before it looks at its type, and say 403.
                        member.isIssued() ? Intent.REFUSED : Intent.INVALID,
                        Text.same(member.dotted() + ": " + name),
                        accepted.withJson(body -> member.parentIn(body).set(member.name(), other)),
                        Expectation.refused())));
        return operation.check(operation.covering(member.pointer(), "type"), cases);
    }

    /** Values of every other type; where the proper value can be read as a number, that number is among them. */
    private static Map<String, JsonNode> others(Member member, JsonNode proper) {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        others.put(
                "number",
                member.isString() && proper.asInt(0) != 0 ? IntNode.valueOf(proper.asInt()) : IntNode.valueOf(1));
        others.put("fraction", DoubleNode.valueOf(1.5));
        others.put("true", BooleanNode.TRUE);
        others.put("false", BooleanNode.FALSE);
        others.put("empty array", JSON.arrayNode());
        others.put("array of the value", JSON.arrayNode().add(proper.isMissingNode() ? TextNode.valueOf("x") : proper));
        others.put(
                member.isString() ? "object" : "string", member.isString() ? JSON.objectNode() : TextNode.valueOf("x"));
        if (!member.isString()) {
            others.put("object as string", TextNode.valueOf(proper.toString()));
        }
        return others;
    }
}
