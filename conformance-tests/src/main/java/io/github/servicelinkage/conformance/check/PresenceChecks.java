package io.github.servicelinkage.conformance.check;

import static io.github.servicelinkage.conformance.check.Given.must;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Clause families D1 and D3: which members a request must have, may have, and may have besides. */
final class PresenceChecks implements CheckFamily {
    private static final String UNKNOWN = "certDn";

    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> {
            Request accepted = given.accepted(operation);
            List<Check> checks = new ArrayList<>();
            for (Member member : operation.members()) {
                checks.add(member.required() ? missing(given, operation, member) : absent(given, operation, member));
                checks.add(must(
                        member.required() ? "LNK-REQ-12" : "LNK-REQ-13",
                        operation,
                        Given.invalid(
                                Text.same(member.dotted() + ": null"),
                                accepted.withJson(body -> member.parentIn(body).putNull(member.name())))));
                if (member.name().equals("reqIdPlatform")) {
                    checks.add(ignored(operation, member, accepted));
                }
            }
            checks.add(unknownMembers(operation, accepted));
            checks.add(repeatedMembers(operation, accepted));
            return checks;
        });
    }

    private static Check missing(Given given, Operation operation, Member member) {
        return must(
                given.catalogue()
                        .covering(member.property(), "required")
                        .orElseThrow()
                        .id(),
                operation,
                Given.invalid(
                        new Text(member.dotted() + " 없음", "no " + member.dotted()),
                        given.accepted(operation)
                                .withJson(body -> member.parentIn(body).remove(member.name()))));
    }

    private static Check absent(Given given, Operation operation, Member member) {
        return must(
                given.catalogue()
                        .covering(member.property(), "optional")
                        .orElseThrow()
                        .id(),
                operation,
                Given.valid(
                        new Text(member.dotted() + " 없음", "no " + member.dotted()),
                        given.accepted(operation)
                                .withJson(body -> member.parentIn(body).remove(member.name()))));
    }

    private static Check ignored(Operation operation, Member member, Request accepted) {
        return must(
                "LNK-REQ-11",
                operation,
                withValue(member, accepted, "빈 문자열", "an empty string", ""),
                withValue(member, accepted, "한글", "Hangul", "가나다"),
                withValue(member, accepted, "200자", "200 characters", "A".repeat(200)));
    }

    private static Case withValue(Member member, Request accepted, String ko, String en, String value) {
        return Given.valid(
                new Text(member.dotted() + ": " + ko, member.dotted() + ": " + en),
                accepted.withJson(body -> member.parentIn(body).put(member.name(), value)));
    }

    private static Check unknownMembers(Operation operation, Request accepted) {
        List<Case> cases = new ArrayList<>();
        cases.add(unknown(accepted, "(top)", body -> body.put(UNKNOWN, "")));
        operation.members().stream().filter(member -> !member.isString()).forEach(member -> {
            ObjectNodes parent = body -> (ObjectNode) body.at("/" + String.join("/", member.path()));
            cases.add(unknown(
                    accepted,
                    member.dotted() + ": string",
                    body -> parent.of(body).put(UNKNOWN, "x")));
            cases.add(unknown(
                    accepted,
                    member.dotted() + ": null",
                    body -> parent.of(body).putNull(UNKNOWN)));
            cases.add(unknown(
                    accepted,
                    member.dotted() + ": object",
                    body -> parent.of(body).putObject(UNKNOWN).put("a", 1)));
            cases.add(unknown(
                    accepted,
                    member.dotted() + ": array",
                    body -> parent.of(body).putArray(UNKNOWN).add(true)));
        });
        return must("LNK-REQ-14", operation, cases.toArray(Case[]::new));
    }

    private static Case unknown(Request accepted, String place, Consumer<ObjectNode> change) {
        return Given.valid(
                new Text("알 수 없는 항목 " + UNKNOWN + ", " + place, "unknown member " + UNKNOWN + ", " + place),
                accepted.withJson(change));
    }

    private static Check repeatedMembers(Operation operation, Request accepted) {
        String body = accepted.text();
        String repeated = body.substring(0, body.length() - 1) + ",\"partner\":"
                + accepted.json().orElseThrow().get("partner") + "}";
        return must(
                "LNK-REQ-15",
                operation,
                new Case(
                        new Text("partner가 두 번", "partner twice"),
                        accepted.withBody(repeated).as(Intent.OPEN),
                        new Expectation(
                                new Text("어느 쪽이든", "either way"), answer -> Finding.holds(Expectation.got(answer)))));
    }

    @FunctionalInterface
    private interface ObjectNodes {
        ObjectNode of(ObjectNode body);
    }
}
