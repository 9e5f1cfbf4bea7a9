package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.subject.Role;
import io.github.servicelinkage.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a person is known by the ci: nobody else's data comes.
 *
 * @param operation the operation that is asked
 */
record BizIdentity(OperationContext operation) {
    private static final int COMPARED = 64;

    List<Check> checks() {
        return List.of(nobody(), otherName());
    }

    /** A ci that is nobody's, though it looks like that of the main person, whose name comes with it. */
    private Check nobody() {
        Subject main = operation.plan().subjects().main();
        List<Case> cases = new ArrayList<>();
        nearMisses(main.ci()).forEach((words, ci) -> cases.add(withCi(words, main, ci)));
        longer().forEach(subject -> cases.add(
                withCi(new Text("한 글자가 더 붙은 ci", "the ci with one more character"), subject, subject.ci() + "A")));
        return unlessStrangersAreKnown(
                "LNK-BIZ-11",
                new Text("누구의 것도 아닌 ci", "a ci that is nobody's"),
                cases,
                exchange -> tellsOfSomebody(exchange.response().orElseThrow()));
    }

    private Case withCi(Text words, Subject subject, String ci) {
        return operation
                .open(words, operation.accepted(new Subject(ci, subject.korName(), List.of())))
                .varying(new Strangers(operation).ciMember(), ci);
    }

    /** Members to whose ci something can be added within its length. */
    private Stream<Subject> longer() {
        int max = new Strangers(operation).ciMember().maxLength().orElseThrow();
        return operation.plan().subjects().subjects().entrySet().stream()
                .filter(entry -> entry.getKey() != Role.NON_MEMBER)
                .map(Map.Entry::getValue)
                .filter(subject -> subject.ci().length() < max);
    }

    private Map<Text, String> nearMisses(String ci) {
        Member member = new Strangers(operation).ciMember();
        int max = member.maxLength().orElseThrow();
        Map<Text, String> values = new LinkedHashMap<>();
        values.put(new Text("지어낸 ci", "an invented ci"), Strangers.ci(max));
        values.put(new Text("대소문자를 바꾼 ci", "the ci in swapped letter case"), swapped(ci));
        values.put(new Text("마지막 글자가 없는 ci", "the ci without its last character"), ci.substring(0, ci.length() - 1));
        values.put(new Text("끝의 =가 없는 ci", "the ci without = at its end"), ci.replaceFirst("=+$", ""));
        if (ci.length() > COMPARED) {
            values.put(
                    Text.of("처음 %d자만 같은 ci", "a ci with the same first %d characters", COMPARED),
                    ci.substring(0, COMPARED) + Strangers.ci(max).substring(COMPARED, ci.length()));
        }
        values.put(Text.same("ci: %"), "%");
        values.put(new Text("첫 글자가 _인 ci", "the ci with _ for its first character"), "_" + ci.substring(1));
        values.values().removeIf(value -> value.equals(ci) || value.isEmpty());
        return values;
    }

    /** The main person and somebody else, if the subjects file has one. */
    Optional<BizNames> names() {
        return operation
                .plan()
                .subjects()
                .find(operation.tellsMembership() ? Role.NON_MEMBER : Role.OTHER_MEMBER_WITH_ACCOUNTS)
                .map(other ->
                        new BizNames(operation, operation.plan().subjects().main(), other));
    }

    /** The name of one person with the ci of another. */
    private Check otherName() {
        return names().map(this::otherName)
                .orElseGet(() -> operation.skipped(
                        "LNK-BIZ-12", new Text("대상자 파일에 다른 사람이 없습니다.", "The subjects file has no other person.")));
    }

    private Check otherName(BizNames names) {
        Subject main = names.main();
        Case swapped = operation.open(
                new Text("다른 사람의 ci와 회원의 이름", "the ci of another person and the name of the member"),
                operation.accepted(new Subject(names.other().ci(), main.korName(), List.of())));
        Case foreign = names.foreign();
        Set<Request> ownCi = names.forms().values().stream().map(Case::request).collect(Collectors.toSet());
        List<Case> cases = Stream.of(List.of(swapped, foreign), names.forms().values())
                .<Case>flatMap(Collection::stream)
                .toList();
        return unlessStrangersAreKnown("LNK-BIZ-12", swapped.description(), cases, exchange -> {
            Response response = exchange.response().orElseThrow();
            if (exchange.request().equals(foreign.request()) || ownCi.contains(exchange.request())) {
                return !operation.tellsMembership()
                        && AccountList.of(operation, response).hasAnyOf(names.other());
            }
            return operation.tellsMembership()
                    ? Membership.isMember(operation, response)
                    : AccountList.of(operation, response).hasAnyOf(main);
        });
    }

    /** If even an ordinary stranger gets data, LNK-BIZ-02 or LNK-BIZ-05 is broken, and nothing can be told of the ci. */
    private Check unlessStrangersAreKnown(
            String requirement, Text description, List<Case> cases, Predicate<CaseExchange> wrong) {
        Case ordinary = new Strangers(operation).ordinaryCase();
        return operation.comparison(
                requirement,
                description,
                ordinary,
                cases,
                new Text("누구의 데이터도 없음", "nobody's data"),
                exchanges -> judge(ordinary.request(), exchanges, wrong));
    }

    private static Finding judge(Request ordinary, List<CaseExchange> exchanges, Predicate<CaseExchange> wrong) {
        List<CaseExchange> known = exchanges.stream().filter(wrong).toList();
        if (known.stream().anyMatch(exchange -> exchange.request().equals(ordinary))) {
            return Finding.notJudged(new Text(
                    "판정할 수 없음: 모르는 사람에게도 데이터로 응답함(LNK-BIZ-02, LNK-BIZ-05)",
                    "not judged: even an unknown person gets data (LNK-BIZ-02, LNK-BIZ-05)"));
        }
        return known.stream()
                .findFirst()
                .map(exchange -> Finding.broken(Text.of(
                                "%s: 다른 사람의 데이터로 응답함",
                                "%s got the data of somebody else",
                                exchange.planned().description()))
                        .shownBy(exchange))
                .orElse(Finding.HOLDS);
    }

    private boolean tellsOfSomebody(Response response) {
        return operation.tellsMembership()
                ? Membership.isMember(operation, response)
                : !AccountList.of(operation, response).numbers().isEmpty();
    }

    private static String swapped(String text) {
        return text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
