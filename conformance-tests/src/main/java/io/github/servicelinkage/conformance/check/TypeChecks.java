package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clause family D1: no member of a request is coerced from another type. */
final class TypeChecks implements CheckFamily {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> {
            List<Check> checks = new ArrayList<>();
            checks.add(body(given, operation));
            operation.members().forEach(member -> checks.add(member(given, operation, member)));
            return checks;
        });
    }

    private static Check body(Given given, Operation operation) {
        Request accepted = given.accepted(operation);
        List<Case> cases = new ArrayList<>();
        for (JsonNode other : List.of(
                JSON.arrayNode().add(accepted.json().orElseThrow()),
                JSON.arrayNode(),
                TextNode.valueOf("text"),
                IntNode.valueOf(1),
                BooleanNode.TRUE,
                JSON.nullNode())) {
            cases.add(Given.invalid(
                    new Text("본문 전체: " + other.getNodeType(), "the whole body: " + other.getNodeType()),
                    accepted.withBody(other.toString())));
        }
        return new Check.Cases(
                given.catalogue()
                        .covering(operation.requestSchema(), "type")
                        .orElseThrow()
                        .id(),
                operation.id(),
                cases);
    }

    private static Check member(Given given, Operation operation, Member member) {
        Request accepted = given.accepted(operation);
        ObjectNode control = accepted.json().orElseThrow();
        JsonNode proper = member.parentIn(control).path(member.name());
        List<Case> cases = new ArrayList<>();
        others(member, proper)
                .forEach((name, other) -> cases.add(Given.invalid(
                        Text.same(member.dotted() + ": " + name),
                        accepted.withJson(body -> member.parentIn(body).set(member.name(), other)))));
        return new Check.Cases(
                given.catalogue()
                        .covering(member.pointer(), "type")
                        .orElseThrow()
                        .id(),
                operation.id(),
                cases);
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
