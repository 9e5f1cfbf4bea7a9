package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.SchemaRules.Violation;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** BIZ: whether the response is about the right person. What is right, the subjects file says. */
final class BizChecks implements CheckFamily {
    private static final Pattern NUMBERS = Pattern.compile("/vtAccList(/[0-9]+(/vtAccNo)?)?");

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(
                operation -> example(operation, "member").isEmpty() ? consent(operation) : registration(operation));
    }

    /** The result in the contract's example of this name; empty where the responses of an operation have none. */
    private static String example(OperationContext operation, String name) {
        String examples = operation.operation().pointer() + "/responses/200/content/application~1json/examples/";
        return operation.plan().contract().at(examples + name + "/value/result").asText();
    }

    private static List<Check> registration(OperationContext operation) {
        String member = example(operation, "member");
        String nonMember = example(operation, "nonMember");
        List<Check> checks = new ArrayList<>();
        for (Role role :
                List.of(Role.MEMBER_WITH_ACCOUNTS, Role.OTHER_MEMBER_WITH_ACCOUNTS, Role.MEMBER_WITHOUT_ACCOUNTS)) {
            subject(operation, role)
                    .ifPresent(subject -> checks.add(
                            operation.check("LNK-BIZ-01", result(operation, role, subject, member, nonMember))));
        }
        checks.add(operation.withSubject(
                "LNK-BIZ-02",
                Role.NON_MEMBER,
                subject ->
                        operation.check("LNK-BIZ-02", result(operation, Role.NON_MEMBER, subject, nonMember, member))));
        return checks;
    }

    /** A value that is neither of the two breaks LNK-RES-07, and is judged there. */
    private static Case result(OperationContext operation, Role role, Subject subject, String right, String wrong) {
        return operation.sent(
                Intent.VALID,
                Text.same(role.label()),
                operation.accepted(subject),
                new Expectation(
                        Text.same("result: " + right),
                        response -> Finding.holdsIf(
                                !response.json().path("result").asText().equals(wrong),
                                () -> new Text("다른 result로 응답함", "the response has another result"))));
    }

    private static List<Check> consent(OperationContext operation) {
        List<Check> checks = new ArrayList<>();
        for (Role role : List.of(Role.MEMBER_WITH_ACCOUNTS, Role.OTHER_MEMBER_WITH_ACCOUNTS)) {
            subject(operation, role)
                    .ifPresent(
                            subject -> checks.add(operation.check("LNK-BIZ-03", accounts(operation, role, subject))));
        }
        checks.add(operation.withSubject(
                "LNK-BIZ-04",
                Role.MEMBER_WITHOUT_ACCOUNTS,
                subject -> operation.check("LNK-BIZ-04", accounts(operation, Role.MEMBER_WITHOUT_ACCOUNTS, subject))));
        checks.add(operation.withSubject(
                "LNK-BIZ-05",
                Role.NON_MEMBER,
                subject -> operation.check("LNK-BIZ-05", nobodysAccounts(operation, subject))));
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
                                        ? sameAccounts(operation, Set.of(), response)
                                        : Finding.broken(Expectation.got(response))));
    }

    private static Case accounts(OperationContext operation, Role role, Subject subject) {
        Set<String> expected = new TreeSet<>(subject.vtAccNos());
        return operation.sent(
                Intent.VALID,
                Text.same(role.label()),
                operation.accepted(subject),
                new Expectation(
                        Text.of("계좌 %d개", "%d accounts", expected.size()),
                        response -> sameAccounts(operation, expected, response)));
    }

    private static Optional<Subject> subject(OperationContext operation, Role role) {
        return operation.plan().subjects().find(role);
    }

    /** Compares account numbers; a response whose form is wrong is judged elsewhere. */
    private static Finding sameAccounts(OperationContext operation, Set<String> expected, Response response) {
        return accounts(operation, response)
                .map(actual -> {
                    long missing = expected.stream()
                            .filter(number -> !actual.contains(number))
                            .count();
                    long foreign = actual.stream()
                            .filter(number -> !expected.contains(number))
                            .count();
                    long repeated = response.json().path("vtAccList").size() - actual.size();
                    return Finding.holdsIf(
                            missing + foreign + repeated == 0,
                            () -> Text.of(
                                    "빠진 계좌 %d개, 다른 계좌 %d개, 되풀이된 계좌 %d개",
                                    "%d accounts missing, %d foreign, %d repeated", missing, foreign, repeated));
                })
                .orElse(Finding.HOLDS);
    }

    private static Optional<Set<String>> accounts(OperationContext operation, Response response) {
        boolean unreadable =
                operation.plan().contract().schemas().judge(operation.responseSchema(), response.json()).stream()
                        .anyMatch(BizChecks::concernsNumbers);
        if (unreadable || !response.json().path("vtAccList").isArray()) {
            return Optional.empty();
        }
        Set<String> numbers = new TreeSet<>();
        response.json()
                .path("vtAccList")
                .forEach(account -> numbers.add(account.path("vtAccNo").asText()));
        return Optional.of(numbers);
    }

    private static boolean concernsNumbers(Violation violation) {
        return NUMBERS.matcher(violation.instance()).matches()
                && (violation.property().isEmpty() || violation.property().equals("vtAccNo"));
    }
}
