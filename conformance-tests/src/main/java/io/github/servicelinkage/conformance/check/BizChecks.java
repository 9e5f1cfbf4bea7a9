package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** BIZ: whether the response is about the right person. What is right, the subjects file says. */
final class BizChecks implements CheckFamily {
    static final List<Role> MEMBERS =
            List.of(Role.MEMBER_WITH_ACCOUNTS, Role.OTHER_MEMBER_WITH_ACCOUNTS, Role.MEMBER_WITHOUT_ACCOUNTS);

    private static final Text MEMBER = new Text("회원", "a member");

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> {
            List<Check> checks =
                    new ArrayList<>(operation.tellsMembership() ? registration(operation) : consent(operation));
            checks.add(BizDates.of(operation));
            checks.addAll(new BizIdentity(operation).checks());
            checks.addAll(new BizPartners(operation).checks());
            return checks;
        });
    }

    private static List<Check> registration(OperationContext operation) {
        List<Check> checks = new ArrayList<>();
        for (Role role : MEMBERS) {
            subject(operation, role)
                    .ifPresent(subject -> checks.add(operation.check(
                            "LNK-BIZ-01", result(operation, role, subject, Membership.member(operation), MEMBER))));
        }
        checks.add(operation.withSubject(
                "LNK-BIZ-02",
                Role.NON_MEMBER,
                subject -> operation.check(
                        "LNK-BIZ-02",
                        result(
                                operation,
                                Role.NON_MEMBER,
                                subject,
                                Membership.nonMember(operation),
                                new Text("비회원", "a non-member")))));
        return checks;
    }

    /** A value that is neither of the two breaks LNK-RES-07, and is judged there. */
    private static Case result(OperationContext operation, Role role, Subject subject, String right, Text who) {
        return operation.sent(
                Intent.VALID,
                Text.same(role.label()),
                operation.accepted(subject),
                new Expectation(Text.same("200, result: " + right), response -> {
                    if (!response.isSuccess()) {
                        return Finding.broken(Text.of(
                                "%s에게 %s로 응답함. 문서는 200과 %s를 요구함",
                                "%s was answered %s; the document wants 200 with %s",
                                who,
                                Expectation.code(response),
                                right));
                    }
                    String result = response.json().path("result").asText();
                    return Membership.isDocumented(operation, result)
                            ? Finding.holdsIf(
                                    result.equals(right),
                                    () -> Text.of("응답의 result는 %s", "the result of the response was %s", result))
                            : Finding.notJudged(new Text(
                                    "판정할 수 없음: result가 둘 중 하나가 아님(LNK-RES-07)",
                                    "not judged: the result is neither of the two (LNK-RES-07)"));
                }));
    }

    private static List<Check> consent(OperationContext operation) {
        List<Check> checks = new ArrayList<>();
        for (Role role : List.of(Role.MEMBER_WITH_ACCOUNTS, Role.OTHER_MEMBER_WITH_ACCOUNTS)) {
            subject(operation, role)
                    .ifPresent(subject ->
                            checks.add(operation.check("LNK-BIZ-03", accounts(operation, role, subject.vtAccNos()))));
        }
        checks.add(operation.withSubject(
                "LNK-BIZ-04",
                Role.MEMBER_WITHOUT_ACCOUNTS,
                subject ->
                        operation.check("LNK-BIZ-04", accounts(operation, Role.MEMBER_WITHOUT_ACCOUNTS, List.of()))));
        checks.add(operation.withSubject(
                "LNK-BIZ-05",
                Role.NON_MEMBER,
                subject -> operation.check("LNK-BIZ-05", nobodysAccounts(operation, subject))));
        checks.add(details(operation));
        return checks;
    }

    private static Case nobodysAccounts(OperationContext operation, Subject subject) {
        ErrorForms errors = operation.plan().errors();
        return operation.open(
                Text.same(Role.NON_MEMBER.label()),
                operation.accepted(subject),
                new Expectation(
                        Text.of("빈 목록 또는 %s", "an empty list or %s", errors.userNotFound()),
                        response -> errors.isUserNotFound(response)
                                ? Finding.HOLDS
                                : response.isSuccess()
                                        ? AccountList.of(operation, response).comparedWith(List.of())
                                        : Finding.broken(Expectation.got(response))));
    }

    private static Case accounts(OperationContext operation, Role role, List<String> expected) {
        Subject subject = subject(operation, role).orElseThrow();
        return operation.sent(
                Intent.VALID,
                Text.same(role.label()),
                operation.accepted(subject),
                new Expectation(
                        Text.of("200, 계좌 %d개", "200, %d accounts", expected.size()),
                        response -> response.isSuccess()
                                ? AccountList.of(operation, response).comparedWith(expected)
                                : Finding.broken(Text.of(
                                        "%s에게 %s로 응답함. 문서는 200과 가상계좌 리스트를 요구함",
                                        "%s was answered %s; the document wants 200 with the list of accounts",
                                        MEMBER,
                                        Expectation.code(response)))));
    }

    /** Judged for the persons of whose accounts the subjects file tells more than the numbers. */
    private static Check details(OperationContext operation) {
        List<Case> cases = cases(
                operation,
                subject -> subject.accounts().stream()
                        .anyMatch(account -> account.comId().isPresent()
                                || account.vtAccAlias().isPresent()),
                subject -> new Expectation(
                        new Text("계좌마다 그 회사 코드와 별칭", "every account with its own company code and alias"),
                        response -> AccountList.of(operation, response).detailsOf(subject.accounts())));
        return cases.isEmpty()
                ? operation.skipped(
                        "LNK-BIZ-07",
                        new Text(
                                "대상자 파일에 계좌의 회사 코드와 별칭(accounts)이 없습니다.",
                                "The subjects file does not tell company codes and aliases (accounts)."))
                : operation.check("LNK-BIZ-07", cases);
    }

    private static List<Case> cases(
            OperationContext operation, Function<Subject, Boolean> which, Function<Subject, Expectation> expectation) {
        List<Case> cases = new ArrayList<>();
        for (Role role : MEMBERS) {
            subject(operation, role)
                    .filter(which::apply)
                    .ifPresent(subject -> cases.add(operation.sent(
                            Intent.VALID,
                            Text.same(role.label()),
                            operation.accepted(subject),
                            expectation.apply(subject))));
        }
        return cases;
    }

    private static Optional<Subject> subject(OperationContext operation, Role role) {
        return operation.plan().subjects().find(role);
    }
}
