package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What checks are planned from.
 *
 * @param contract the contract
 * @param catalogue the requirements
 * @param subjects the people that the target knows
 * @param apiKey the key that the target takes
 */
public record Given(Contract contract, Catalogue catalogue, Subjects subjects, String apiKey) {
    private static final String SERVER_ERRORS =
            "/components/responses/InternalServerError/content/application~1json/examples/";

    /** The request that every negative case differs from in one place: the document's example, with the target's own people. */
    public Request accepted(Operation operation) {
        return accepted(operation, subjects.main());
    }

    /** The document's example with another person. */
    public Request accepted(Operation operation, Subject subject) {
        ObjectNode body = operation.exampleRequest();
        ((ObjectNode) body.get("partner"))
                .put("comId", subjects.partner().comId())
                .put("srvId", subjects.partner().srvId());
        ((ObjectNode) body.get("commonHeader")).put("ci", subject.ci());
        ((ObjectNode) body.get("body")).put("korName", subject.korName());
        return Request.of(
                operation.id(),
                operation.method(),
                operation.path(),
                List.of(new Header("Content-Type", "application/json"), new Header(contract.apiKeyHeader(), apiKey)),
                body);
    }

    /** Whether a member says which person is meant, so that another value means somebody unknown. */
    boolean namesPerson(Member member) {
        return member.isPersonal();
    }

    /** Success, or the documented error for a person whom the target does not know. */
    Expectation acceptedForUnknownPerson() {
        return Expectation.accepted().or(Text.same("500/" + userNotFound()), this::isUserNotFound);
    }

    /** Whether an answer is the documented error for an unknown person. */
    boolean isUserNotFound(Answer answer) {
        return answer.status() == 500 && answer.errorCode() == userNotFound();
    }

    /** Whether an answer is the documented error for JSON that cannot be parsed. */
    boolean isParsingError(Answer answer) {
        return answer.status() == 500
                && answer.errorCode()
                        == contract.at(SERVER_ERRORS + "JsonParsingError/value/code")
                                .asInt();
    }

    private int userNotFound() {
        return contract.at(SERVER_ERRORS + "UserNotFound/value/code").asInt();
    }

    /** A check for every operation. */
    List<Check> perOperation(Function<Operation, List<Check>> checks) {
        return contract.operations().stream().map(checks).flatMap(List::stream).toList();
    }

    /** A check of one requirement, with its cases. */
    static Check must(String requirement, Operation operation, Case... cases) {
        return new Check.Cases(requirement, operation.id(), List.of(cases));
    }

    /** A check that needs a person of a role, or a skipped one where the target knows none. */
    Check withSubject(String requirement, Operation operation, Role role, Function<Subject, Check> check) {
        return subjects.find(role)
                .map(check)
                .orElseGet(() -> new Check.Skipped(
                        requirement,
                        operation.id(),
                        Text.of("대상자 파일에 %s이(가) 없습니다.", "The subjects file has no %s.", role.label())));
    }

    /** A case whose request breaks the contract in its body. */
    static Case invalid(Text description, Request request) {
        return new Case(description, request.as(Intent.INVALID), Expectation.refused());
    }

    /** A case that names a known person and follows the contract. */
    static Case valid(Text description, Request request) {
        return new Case(description, request, Expectation.accepted());
    }

    /** A case that may be accepted or refused, but not with a 5xx. */
    static Case open(Text description, Request request) {
        return new Case(description, request.as(Intent.OPEN), Expectation.acceptedOrRefused());
    }

    /** Several lists of checks as one. */
    @SafeVarargs
    static List<Check> all(List<Check>... lists) {
        List<Check> all = new ArrayList<>();
        for (List<Check> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
