package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.check.Finding.Judgement;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an expiry date is that of the person who was asked about. A member has the date that the subjects file tells. What date a
 * non-member has, if any, is nobody's business; but it must not be that of whoever was asked about before.
 *
 * @param operation the operation that is asked
 * @param member name of the member with the date
 */
record BizDates(OperationContext operation, String member) {
    private static final String REQUIREMENT = "LNK-BIZ-08";
    private static final List<Judgement> SEVERITY = List.of(Judgement.HOLDS, Judgement.WARNS, Judgement.BROKEN);

    static Check of(OperationContext operation) {
        String member = operation.tellsMembership() ? "commonTermsExpireDate" : "serviceTermsExpireDate";
        return new BizDates(operation, member).check();
    }

    private Check check() {
        List<Asked> people = people();
        return people.stream().allMatch(person -> person.date().isEmpty())
                ? operation.skipped(
                        REQUIREMENT, Text.of("대상자 파일에 %s가 없습니다.", "The subjects file does not tell %s.", member))
                : operation.batch(
                        REQUIREMENT,
                        Text.of("사람마다 %s", "%s of each person", member),
                        people.stream().map(Asked::planned).toList(),
                        Check.Manner.ONE_BY_ONE,
                        Text.of("그 사람의 %s", "the person's own %s", member),
                        exchanges -> judge(people, exchanges));
    }

    /** The members, the main one last; where membership is told, the non-member is asked about before each. */
    private List<Asked> people() {
        List<Asked> people = new ArrayList<>();
        for (Role role : BizChecks.MEMBERS) {
            subject(role).ifPresent(member -> people.add(0, asked(role, member)));
            subject(Role.NON_MEMBER)
                    .filter(other ->
                            operation.tellsMembership() && subject(role).isPresent())
                    .ifPresent(other -> people.add(0, asked(Role.NON_MEMBER, other)));
        }
        return people;
    }

    private Optional<Subject> subject(Role role) {
        return operation.plan().subjects().find(role);
    }

    private Asked asked(Role role, Subject subject) {
        Text words = Text.same(role.label());
        Optional<String> date = operation.tellsMembership()
                ? subject.dates().commonTermsExpireDate()
                : subject.dates().serviceTermsExpireDate();
        // That everybody gets a success is judged by LNK-BIZ-01 to LNK-BIZ-05.
        return new Asked(operation.open(words, operation.accepted(subject)), role != Role.NON_MEMBER, date);
    }

    private Finding judge(List<Asked> people, List<CaseExchange> exchanges) {
        List<Finding> findings = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        Optional<String> before = Optional.empty();
        for (CaseExchange exchange : exchanges) {
            Asked person = people.stream()
                    .filter(asked -> asked.planned().request().equals(exchange.request()))
                    .findFirst()
                    .orElseThrow();
            Response response = exchange.response().orElseThrow();
            Optional<String> seen = seen(response);
            if (person.isMember()) {
                seen.ifPresent(date -> person.date()
                        .ifPresent(own -> findings.add(
                                Finding.holdsIf(date.equals(own), () -> Text.of("%s가 다름", "another %s", member)))));
                before = seen;
            } else if (Membership.isNonMember(operation, response) && seen.isPresent() && seen.equals(before)) {
                left.add(seen.get());
            }
        }
        if (!left.isEmpty()) {
            Text words =
                    Text.of("비회원의 %s가 앞에 조회한 회원의 것과 같음", "%s of the non-member is that of the member before", member);
            // One date may be alike by chance, two that change with the member before are not.
            findings.add(left.size() > 1 ? Finding.broken(words) : Finding.warns(words));
        }
        return findings.stream()
                .max(Comparator.comparing(finding -> SEVERITY.indexOf(finding.judgement())))
                .orElseGet(() -> Finding.notJudged(Text.of(
                        "판정할 수 없음: 응답에 읽을 수 있는 %s 없음", "not judged: the response has no %s that can be read", member)));
    }

    /** The date of a response; one that is no date is judged elsewhere. */
    private Optional<String> seen(Response response) {
        String schema = operation.responseSchema() + "/properties/" + member;
        return Optional.of(response)
                .filter(Response::isSuccess)
                .map(success -> success.json().path(member))
                .filter(date -> date.isTextual()
                        && operation
                                .plan()
                                .contract()
                                .schemas()
                                .judge(schema, date)
                                .isEmpty())
                .map(date -> date.asText());
    }

    /** Whom a request is about, and the date that is theirs by the subjects file. */
    private record Asked(Case planned, boolean isMember, Optional<String> date) {}
}
