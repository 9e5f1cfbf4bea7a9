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
        Map<Text, JsonNode> others = new LinkedHashMap<>();
        others.put(
                new Text("본문을 담은 배열", "an array of the body"),
                JSON.arrayNode().add(accepted.json().orElseThrow()));
        others.put(new Text("빈 배열", "an empty array"), JSON.arrayNode());
        others.put(new Text("문자열", "a string"), TextNode.valueOf("text"));
        others.put(new Text("숫자", "a number"), IntNode.valueOf(1));
        others.put(Text.same("true"), BooleanNode.TRUE);
        others.put(Text.same("null"), JSON.nullNode());
        List<Case> cases = new ArrayList<>();
        others.forEach((words, other) -> cases.add(operation.invalid(
                Text.of("본문 전체: %s", "the whole body: %s", words), accepted.withBody(other.toString()))));
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
                        Text.of("%s: %s", "%s: %s", member.dotted(), name),
                        accepted.withJson(body -> member.parentIn(body).set(member.name(), other)),
                        Expectation.refused())));
        return operation.check(operation.covering(member.pointer(), "type"), cases);
    }

    /** Values of every other type; where the proper value can be read as a number, that number is among them. */
    private static Map<Text, JsonNode> others(Member member, JsonNode proper) {
        Map<Text, JsonNode> others = new LinkedHashMap<>();
        others.put(
                new Text("숫자", "number"),
                member.isString() && proper.asInt(0) != 0 ? IntNode.valueOf(proper.asInt()) : IntNode.valueOf(1));
        others.put(new Text("소수", "fraction"), DoubleNode.valueOf(1.5));
        others.put(Text.same("true"), BooleanNode.TRUE);
        others.put(Text.same("false"), BooleanNode.FALSE);
        others.put(new Text("빈 배열", "empty array"), JSON.arrayNode());
        others.put(
                new Text("값을 담은 배열", "array of the value"),
                JSON.arrayNode().add(proper.isMissingNode() ? TextNode.valueOf("x") : proper));
        others.put(
                member.isString() ? new Text("빈 객체", "empty object") : new Text("문자열", "string"),
                member.isString() ? JSON.objectNode() : TextNode.valueOf("x"));
        if (!member.isString()) {
            others.put(new Text("문자열로 쓴 객체", "object as string"), TextNode.valueOf(proper.toString()));
        }
        return others;
    }
}
