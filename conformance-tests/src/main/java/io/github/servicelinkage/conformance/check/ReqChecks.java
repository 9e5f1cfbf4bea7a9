package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** REQ: which members a request must have, may have, and may have besides. */
final class ReqChecks implements CheckFamily {
    private static final String UNKNOWN = "certDn";

    @Override
    public List<Check> checks(PlanContext context) {
        List<String> ignored = context.catalogue().get("LNK-REQ-11").source().spec();
        return context.perOperation(operation -> {
            List<Check> checks = new ArrayList<>();
            for (Member member : operation.members()) {
                checks.add(member.required() ? missing(operation, member) : absent(operation, member));
                checks.add(operation.check(
                        member.required() ? "LNK-REQ-12" : "LNK-REQ-13",
                        operation.invalid(
                                Text.same(member.dotted() + ": null"),
                                operation
                                        .accepted()
                                        .withJson(body -> member.parentIn(body).putNull(member.name())))));
                if (ignored.contains(member.property())) {
                    checks.add(ignored(operation, member));
                }
            }
            checks.add(unknownMembers(operation));
            checks.add(repeatedMembers(operation));
            checks.add(freeText(operation));
            checks.add(otherLetterCase(operation));
            return checks;
        });
    }

    private static Check missing(OperationContext operation, Member member) {
        return operation.check(
                operation.covering(member.property(), "required"),
                operation.invalid(without(member), withoutMember(operation, member)));
    }

    private static Check absent(OperationContext operation, Member member) {
        return operation.check(
                operation.covering(member.property(), "optional"),
                operation.valid(without(member), withoutMember(operation, member)));
    }

    private static Text without(Member member) {
        return Text.of("%s 없음", "no %s", member.dotted());
    }

    private static Request withoutMember(OperationContext operation, Member member) {
        return operation.accepted().withJson(body -> member.parentIn(body).remove(member.name()));
    }

    private static Check ignored(OperationContext operation, Member member) {
        return SameResponse.of(operation)
                .asControl(
                        "LNK-REQ-11",
                        Text.of("%s의 여러 값", "different values of %s", member.dotted()),
                        List.of(
                                withValue(operation, member, "빈 문자열", "an empty string", ""),
                                withValue(operation, member, "한글", "Hangul", "가나다"),
                                withValue(operation, member, "200자", "200 characters", "A".repeat(200))));
    }

    private static Case withValue(OperationContext operation, Member member, String ko, String en, String value) {
        return operation.valid(
                new Text(member.dotted() + ": " + ko, member.dotted() + ": " + en), operation.with(member, value));
    }

    private static Check unknownMembers(OperationContext operation) {
        List<Case> cases = new ArrayList<>();
        cases.add(unknown(
                operation, new Text("최상위에 빈 문자열", "an empty string at the top"), body -> body.put(UNKNOWN, "")));
        operation.members().stream().filter(member -> !member.isString()).forEach(member -> {
            ObjectNodes parent = body -> (ObjectNode) body.at("/" + String.join("/", member.path()));
            cases.add(unknown(
                    operation,
                    Text.of("%s에 문자열", "a string in %s", member.dotted()),
                    body -> parent.of(body).put(UNKNOWN, "x")));
            cases.add(unknown(
                    operation,
                    Text.of("%s에 null", "null in %s", member.dotted()),
                    body -> parent.of(body).putNull(UNKNOWN)));
            cases.add(unknown(
                    operation,
                    Text.of("%s에 객체", "an object in %s", member.dotted()),
                    body -> parent.of(body).putObject(UNKNOWN).put("a", 1)));
            cases.add(unknown(
                    operation,
                    Text.of("%s에 배열", "an array in %s", member.dotted()),
                    body -> parent.of(body).putArray(UNKNOWN).add(true)));
        });
        return SameResponse.of(operation)
                .asControl(
                        "LNK-REQ-14",
                        Text.of("알 수 없는 항목 %s, 여러 깊이에", "unknown member %s, at every level", UNKNOWN),
                        cases);
    }

    private static Case unknown(OperationContext operation, Text place, Consumer<ObjectNode> change) {
        return operation.valid(
                Text.of("알 수 없는 항목 %s, %s", "unknown member %s, %s", UNKNOWN, place),
                operation.accepted().withJson(change));
    }

    private static Check repeatedMembers(OperationContext operation) {
        Request accepted = operation.accepted();
        String body = accepted.text();
        String repeated = body.substring(0, body.length() - 1) + ",\"partner\":"
                + accepted.json().orElseThrow().get("partner") + "}";
        return operation.check(
                "LNK-REQ-15", operation.parsed(new Text("partner가 두 번", "partner twice"), accepted.withBody(repeated)));
    }

    private static Check freeText(OperationContext operation) {
        Member member = operation.freeText();
        return operation.check(
                "LNK-REQ-16",
                Stream.of(
                                member.schema().path("example").asText(),
                                "it's",
                                "say \"hi\"",
                                "a\\b",
                                "a\nb",
                                "100%",
                                "a&b;c",
                                "<b>x</b>",
                                "--x/*",
                                "${x}",
                                "가 나")
                        .map(text -> operation.valid(
                                Text.same(member.dotted() + ": " + shown(text)), operation.with(member, text)))
                        .toList());
    }

    /** As a JSON string, so that a line break does not break a line of a report. */
    private static String shown(String text) {
        return TextNode.valueOf(text).toString();
    }

    /** A member without which a request is accepted anyway says nothing of letter case. */
    private static Check otherLetterCase(OperationContext operation) {
        List<Member> members = operation.members().stream()
                .filter(member -> member.isString() && member.required())
                .toList();
        List<Case> cases = new ArrayList<>();
        members.forEach(member -> cases.add(operation.invalid(without(member), withoutMember(operation, member))));
        members.forEach(member -> cases.add(operation.invalid(
                Text.same(member.dotted().replace(member.name(), capitals(member))),
                operation.accepted().withJson(body -> {
                    ObjectNode parent = member.parentIn(body);
                    parent.set(capitals(member), parent.remove(member.name()));
                }))));
        return operation.batch(
                "LNK-REQ-17",
                new Text("이름을 대문자로 쓴 필수 항목", "required members under their names in capitals"),
                cases,
                Check.Manner.ONE_BY_ONE,
                Expectation.refused().text(),
                exchanges -> judgeLetterCase(exchanges, members.size()));
    }

    private static Finding judgeLetterCase(List<CaseExchange> exchanges, int members) {
        List<CaseExchange> telling = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            if (i % (2 * members) >= members && !exchanges.get(i - members).isSuccess()) {
                telling.add(exchanges.get(i));
            }
        }
        if (telling.isEmpty()) {
            return Finding.notJudged(new Text(
                    "판정할 수 없음: 필수 항목이 없어도 수락함(LNK-REQ-02 ~ LNK-REQ-08)",
                    "not judged: requests without required members are accepted (LNK-REQ-02 to LNK-REQ-08)"));
        }
        return telling.stream()
                .filter(CaseExchange::isSuccess)
                .findFirst()
                .map(CaseExchange::broken)
                .orElse(Finding.HOLDS);
    }

    private static String capitals(Member member) {
        return member.name().toUpperCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface ObjectNodes {
        ObjectNode of(ObjectNode body);
    }
}
