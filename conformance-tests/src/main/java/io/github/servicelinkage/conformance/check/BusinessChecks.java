package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.contract.SchemaRules.Violation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Clause families D8 and D9: whether the answer is about the right person. What is right, the subjects file says. */
final class BusinessChecks implements CheckFamily {
    private static final Pattern NUMBERS = Pattern.compile("/vtAccList(/[0-9]+(/vtAccNo)?)?");

    @Override
    public List<Check> checks(Given given) {
        List<Check> checks = new ArrayList<>();
        for (Operation operation : given.contract().operations()) {
            checks.addAll(
                    operation.id().equals("searchRegistration")
                            ? registration(given, operation)
                            : consent(given, operation));
        }
        return checks;
    }

    private static List<Check> registration(Given given, Operation operation) {
        List<Check> checks = new ArrayList<>();
        Stream.of(Role.MEMBER_WITH_ACCOUNTS, Role.OTHER_MEMBER_WITH_ACCOUNTS, Role.MEMBER_WITHOUT_ACCOUNTS)
                .filter(role -> given.subjects().find(role).isPresent())
                .forEach(role ->
                        checks.add(Given.must("LNK-BIZ-01", operation, result(given, operation, role, "member"))));
        checks.add(given.withSubject(
                "LNK-BIZ-02",
                operation,
                Role.NON_MEMBER,
                subject ->
                        Given.must("LNK-BIZ-02", operation, result(given, operation, Role.NON_MEMBER, "nonMember"))));
        return checks;
    }

    private static Case result(Given given, Operation operation, Role role, String result) {
        return new Case(
                Text.same(role.label()),
                request(given, operation, role),
                new Expectation(
                        Text.same("result: " + result),
                        answer -> Finding.holdsIf(
                                !answer.json().path("result").isTextual()
                                        || !isResult(
                                                answer.json().path("result").asText())
                                        || answer.json().path("result").asText().equals(result),
                                () -> new Text("다른 result를 답함", "another result was answered"))));
    }

    /** A value that is neither breaks LNK-RES-07, and is judged there. */
    private static boolean isResult(String value) {
        return value.equals("member") || value.equals("nonMember");
    }

    private static List<Check> consent(Given given, Operation operation) {
        List<Check> checks = new ArrayList<>();
        Stream.of(Role.MEMBER_WITH_ACCOUNTS, Role.OTHER_MEMBER_WITH_ACCOUNTS)
                .filter(role -> given.subjects().find(role).isPresent())
                .forEach(role -> checks.add(Given.must("LNK-BIZ-03", operation, accounts(given, operation, role))));
        checks.add(given.withSubject(
                "LNK-BIZ-04",
                operation,
                Role.MEMBER_WITHOUT_ACCOUNTS,
                subject ->
                        Given.must("LNK-BIZ-04", operation, accounts(given, operation, Role.MEMBER_WITHOUT_ACCOUNTS))));
        checks.add(given.withSubject(
                "LNK-BIZ-05",
                operation,
                Role.NON_MEMBER,
                subject -> Given.must(
                        "LNK-BIZ-05",
                        operation,
                        new Case(
                                Text.same(Role.NON_MEMBER.label()),
                                request(given, operation, Role.NON_MEMBER).as(Intent.OPEN),
                                new Expectation(
                                        new Text("빈 목록 또는 500/3007", "an empty list or 500/3007"),
                                        answer -> given.isUserNotFound(answer)
                                                ? Finding.HOLDS
                                                : answer.isSuccess()
                                                        ? sameAccounts(given, operation, Set.of(), answer)
                                                        : Finding.broken(Expectation.got(answer)))))));
        return checks;
    }

    private static Case accounts(Given given, Operation operation, Role role) {
        Set<String> expected = accountsOf(given.subjects().find(role).orElseThrow());
        return new Case(
                Text.same(role.label()),
                request(given, operation, role),
                new Expectation(
                        Text.of("계좌 %d개", "%d accounts", expected.size()),
                        answer -> sameAccounts(given, operation, expected, answer)));
    }

    private static Request request(Given given, Operation operation, Role role) {
        return given.accepted(operation, given.subjects().find(role).orElseThrow());
    }

    private static Set<String> accountsOf(Subject subject) {
        return new TreeSet<>(subject.vtAccNos());
    }

    /** Compares account numbers; an answer whose form is wrong is judged elsewhere. */
    private static Finding sameAccounts(Given given, Operation operation, Set<String> expected, Answer answer) {
        return accounts(given, operation, answer)
                .map(actual -> {
                    long missing = expected.stream()
                            .filter(number -> !actual.contains(number))
                            .count();
                    long foreign = actual.stream()
                            .filter(number -> !expected.contains(number))
                            .count();
                    long repeated = answer.json().path("vtAccList").size() - actual.size();
                    return Finding.holdsIf(
                            missing + foreign + repeated == 0,
                            () -> Text.of(
                                    "빠진 계좌 %d개, 다른 계좌 %d개, 되풀이된 계좌 %d개",
                                    "%d accounts missing, %d foreign, %d repeated", missing, foreign, repeated));
                })
                .orElse(Finding.HOLDS);
    }

    private static Optional<Set<String>> accounts(Given given, Operation operation, Answer answer) {
        boolean unreadable = given.contract().schemas().judge(operation.responseSchema(), answer.json()).stream()
                .anyMatch(BusinessChecks::concernsNumbers);
        if (unreadable || !answer.json().path("vtAccList").isArray()) {
            return Optional.empty();
        }
        Set<String> numbers = new TreeSet<>();
        answer.json()
                .path("vtAccList")
                .forEach(account -> numbers.add(account.path("vtAccNo").asText()));
        return Optional.of(numbers);
    }

    private static boolean concernsNumbers(Violation violation) {
        return NUMBERS.matcher(violation.instance()).matches()
                && (violation.property().isEmpty() || violation.property().equals("vtAccNo"));
    }
}
