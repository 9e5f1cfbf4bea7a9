package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Clause families D5, D8 and D9: how a success looks. Observes every success of the run. */
final class ResponseChecks implements CheckFamily {
    @Override
    public List<Check> checks(Given given) {
        SchemaJudge judge = new SchemaJudge(given.contract(), given.catalogue(), Optional.of("LNK-RES-22"));
        return given.perOperation(operation -> {
            List<Check> checks = new ArrayList<>(form(operation));
            for (String requirement : judge.requirements(operation.responseSchema())) {
                checks.add(Observe.answers(
                        requirement,
                        operation,
                        new Text("스키마에 맞음", "follows the schema"),
                        answer -> answer.isSuccess() && answer.json().isObject(),
                        answer -> judge.judge(requirement, operation.responseSchema(), answer.json())));
            }
            checks.add(Observe.successes(
                    "LNK-RES-21",
                    operation,
                    new Text("문서의 철자 그대로", "spelt as documented"),
                    answer -> misspelt(judge, operation, answer)));
            checks.addAll(dates(judge, operation));
            return checks;
        });
    }

    private static List<Check> form(Operation operation) {
        return List.of(
                Observe.successes(
                        "LNK-RES-01",
                        operation,
                        new Text("상태 200", "status 200"),
                        answer -> Finding.holdsIf(answer.status() == 200, () -> Expectation.got(answer))),
                Observe.successes(
                        "LNK-RES-02",
                        operation,
                        Text.same("Content-Type: application/json"),
                        answer -> Finding.holdsIf(
                                answer.isJsonTyped(),
                                () -> new Text("application/json이 아님", "the media type is not application/json"))),
                Observe.successes(
                        "LNK-RES-03",
                        operation,
                        new Text("올바른 UTF-8로 쓴 JSON 객체", "a JSON object in valid UTF-8"),
                        answer -> Finding.holdsIf(
                                answer.json().isObject(),
                                () -> answer.isUtf8()
                                        ? new Text("본문이 JSON 객체가 아님", "the body is not a JSON object")
                                        : new Text("본문이 올바른 UTF-8이 아님", "the body is not valid UTF-8"))),
                Observe.answers(
                        "LNK-RES-04",
                        operation,
                        new Text("BOM 없음", "no BOM"),
                        answer -> answer.body().length > 0,
                        answer -> Finding.holdsIf(
                                !answer.startsWithBom(),
                                () -> new Text("본문이 BOM으로 시작함", "the body starts with a BOM"))),
                Observe.answers(
                        "LNK-RES-05",
                        operation,
                        new Text("charset이 없거나 utf-8", "no charset label, or utf-8"),
                        Answer::isJsonTyped,
                        answer -> Finding.holdsIf(
                                charset(answer).map("utf-8"::equalsIgnoreCase).orElse(true),
                                () -> new Text("charset이 utf-8이 아님", "the charset label is not utf-8"))));
    }

    private static Optional<String> charset(Answer answer) {
        for (String parameter : answer.header("content-type").orElse("").split(";")) {
            if (parameter.strip().toLowerCase(Locale.ROOT).startsWith("charset=")) {
                return Optional.of(
                        parameter.strip().substring("charset=".length()).replace("\"", ""));
            }
        }
        return Optional.empty();
    }

    private static Finding misspelt(SchemaJudge judge, Operation operation, Answer answer) {
        String names = String.join(", ", names(judge, operation, answer));
        return Finding.holdsIf(
                names.isEmpty(), () -> new Text("오기로 보이는 항목: " + names, "members that look misspelt: " + names));
    }

    private static Set<String> names(SchemaJudge judge, Operation operation, Answer answer) {
        Set<String> found = new LinkedHashSet<>();
        judge.misspelt(operation.responseSchema(), answer.json(), found);
        return found;
    }

    /** A member carries the first date, an answer with accounts the second. */
    private static List<Check> dates(SchemaJudge judge, Operation operation) {
        Set<String> members = judge.members(operation.responseSchema());
        List<Check> checks = new ArrayList<>();
        if (members.contains("commonTermsExpireDate")) {
            checks.add(date(
                    "LNK-RES-09",
                    judge,
                    operation,
                    "commonTermsExpireDate",
                    body -> body.path("result").asText().equals("member")));
        }
        if (members.contains("serviceTermsExpireDate")) {
            checks.add(date(
                    "LNK-RES-20",
                    judge,
                    operation,
                    "serviceTermsExpireDate",
                    body -> !body.path("vtAccList").isEmpty()));
        }
        return checks;
    }

    /** A date that is there under a misspelt name breaks LNK-RES-21, not this. */
    private static Check date(
            String requirement, SchemaJudge judge, Operation operation, String name, Predicate<JsonNode> when) {
        return Observe.answers(
                requirement,
                operation,
                new Text(name + " 있음", name + " is present"),
                answer -> answer.isSuccess() && when.test(answer.json()),
                answer -> Finding.holdsIf(
                        answer.json().has(name)
                                || !names(judge, operation, answer).isEmpty(),
                        () -> new Text(name + " 없음", "no " + name)));
    }
}
