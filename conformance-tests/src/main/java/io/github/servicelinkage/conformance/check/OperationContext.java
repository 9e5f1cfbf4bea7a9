package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the cases and checks of one operation.
 *
 * @param plan what checks are planned from
 * @param operation the operation
 */
public record OperationContext(PlanContext plan, Operation operation) {
    /** Id of the operation. */
    public String id() {
        return operation.id();
    }

    String path() {
        return operation.path();
    }

    /** Every member of the request body, parents before children. */
    List<Member> members() {
        return operation.members();
    }

    /** Pointer of the schema of a success. */
    String responseSchema() {
        return operation.responseSchema();
    }

    /** Names of the members of a success, at whatever level. */
    Set<String> successMembers() {
        Set<String> names = new HashSet<>();
        collect(responseSchema(), names);
        return names;
    }

    private void collect(String schema, Set<String> names) {
        plan.contract().at(schema + "/properties").fieldNames().forEachRemaining(name -> {
            names.add(name);
            collect(plan.contract().resolve(schema + "/properties/" + name + "/items"), names);
        });
    }

    /** Whether it tells if a person is a member; otherwise it lists accounts. */
    boolean tellsMembership() {
        return plan.contract().at(responseSchema() + "/properties/result").isObject();
    }

    /** The request that every other one differs from in one place: the document's example, with the target's own people. */
    public Request accepted() {
        return accepted(plan.subjects().main());
    }

    /** The document's example with another person, in the form that the target accepts. */
    public Request accepted(Subject subject) {
        return in(plan.form(id()), subject);
    }

    /** The document's example with a person, in a form. */
    Request in(Form form, Subject subject) {
        Map<String, String> own = Map.of(
                "comId", plan.subjects().partner().comId(),
                "srvId", plan.subjects().partner().srvId(),
                "ci", subject.ci(),
                "korName", subject.korName());
        ObjectNode body = operation.exampleRequest();
        operation.members().stream()
                .filter(member -> own.containsKey(member.name()))
                .forEach(member -> member.parentIn(body).put(member.name(), own.get(member.name())));
        return form.of(
                this,
                Request.of(
                        operation.method(),
                        operation.path(),
                        List.of(
                                new Header("Content-Type", "application/json"),
                                new Header(plan.contract().apiKeyHeader(), plan.apiKey())),
                        body));
    }

    /** The accepted request as a case of its own. */
    Case control() {
        return valid(new Text("대조 요청", "the control"), accepted());
    }

    /** A case that names a known person and follows the contract. */
    Case valid(Text description, Request request) {
        return sent(Intent.VALID, description, request, Expectation.accepted());
    }

    /** A case whose request breaks the contract in its body. */
    Case invalid(Text description, Request request) {
        return sent(Intent.INVALID, description, request, Expectation.refused());
    }

    /** A case that is to be refused for another reason than its body. */
    Case refused(Text description, Request request, Expectation expectation) {
        return sent(Intent.REFUSED, description, request, expectation);
    }

    /** A case whose body is not JSON. */
    Case unparsable(Text description, Request request) {
        return sent(Intent.UNPARSABLE, description, request, Expectation.refused());
    }

    /** A case that may be accepted, refused or redirected, but not with a 5xx. */
    Case open(Text description, Request request) {
        return open(description, request, Expectation.noServerError());
    }

    /** A case that a parser may take or give up, which it may say in the platform's own words: that is a warning. */
    Case parsed(Text description, Request request) {
        return open(
                description,
                request,
                Expectation.noServerError()
                        .orWithWarning(
                                new Text("4xx 대신 JSON 파싱 오류", "the JSON parsing error instead of a 4xx"),
                                plan.errors()::isParsingError));
    }

    /** A case that may be accepted or refused. */
    Case open(Text description, Request request, Expectation expectation) {
        return sent(Intent.OPEN, description, request, expectation);
    }

    /** A case of any kind. */
    Case sent(Intent intent, Text description, Request request, Expectation expectation) {
        return new Case(operation.id(), intent, description, request, expectation);
    }

    /** A check of one requirement, with its cases. */
    Check check(String requirement, Case... cases) {
        return check(requirement, List.of(cases));
    }

    /** A check of one requirement, with its cases. */
    Check check(String requirement, List<Case> cases) {
        return new Check.Cases(requirement, operation.id(), List.copyOf(cases));
    }

    /** A check of one requirement, whose cases are judged together. */
    Check batch(
            String requirement,
            Text description,
            List<Case> cases,
            Check.Manner manner,
            Text expected,
            Function<List<CaseExchange>, Finding> judge) {
        return new Check.Batch(requirement, operation.id(), description, List.copyOf(cases), manner, expected, judge);
    }

    /**
     * A check of one requirement, whose cases are judged by comparison with a baseline. That is sent twice before them, to see
     * whether its response stays.
     */
    Check comparison(
            String requirement,
            Text description,
            Case baseline,
            List<Case> cases,
            Text expected,
            Function<List<CaseExchange>, Finding> judge) {
        return batch(
                requirement,
                description,
                Stream.concat(Stream.of(baseline, baseline), cases.stream()).toList(),
                Check.Manner.ONE_BY_ONE,
                expected,
                judge);
    }

    /** A check that needs a person of a role, or a skipped one where the target knows none. */
    Check withSubject(String requirement, Role role, Function<Subject, Check> check) {
        return plan.subjects()
                .find(role)
                .map(check)
                .orElseGet(() -> skipped(
                        requirement, Text.of("대상자 파일에 %s 역할이 없습니다.", "The subjects file has no %s.", role.label())));
    }

    /** A check that cannot be carried out. */
    Check skipped(String requirement, Text reason) {
        return new Check.Skipped(requirement, operation.id(), reason);
    }

    /** Id of the requirement that covers a keyword of the schema at a pointer. */
    String covering(String pointer, String keyword) {
        return plan.catalogue()
                .covering(pointer, keyword)
                .map(Requirement::id)
                .orElseThrow(() -> new IllegalStateException("No requirement covers " + keyword + " of " + pointer));
    }

    /** A request with the key in another header, after a prefix such as a scheme, and not in its own. */
    Request withKeyIn(Request request, String header, String prefix) {
        return request.withoutHeader(plan.contract().apiKeyHeader()).withAddedHeader(header, prefix + plan.apiKey());
    }

    /** A case that differs from the control, to see whether it fares better. */
    Case variation(Request request) {
        return open(new Text("대조 요청의 변형", "a variation of the control"), request);
    }

    /** A request as it is sent: where it asks for a free text of its own, with one that was never sent before. */
    public Request sent(Request request) {
        Member member = freeText();
        boolean asksForOne = request.json()
                .filter(body -> member.in(body).asText().equals(OwnFreeText.PLACEHOLDER))
                .isPresent();
        return asksForOne ? put(request, member, OwnFreeText.next()) : request;
    }

    /** The member that the caller may fill with free text. */
    Member freeText() {
        return operation.members().stream()
                .filter(Member::isFreeText)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No member of " + operation.id() + " is free text"));
    }

    /** The accepted request with another text in one member. */
    Request with(Member member, String value) {
        return put(accepted(), member, value);
    }

    /** A request with another text in one member. */
    Request put(Request request, Member member, String value) {
        return request.withJson(body -> member.parentIn(body).put(member.name(), value));
    }
}
