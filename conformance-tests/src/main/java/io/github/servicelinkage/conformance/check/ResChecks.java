package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** RES: how a success looks. Looks at every success of the run. */
final class ResChecks implements CheckFamily {
    @Override
    public List<Check> checks(PlanContext context) {
        SchemaJudge judge = new SchemaJudge(context.contract(), context.catalogue(), Optional.of("LNK-RES-22"));
        return context.perOperation(operation -> {
            List<Check> checks = new ArrayList<>(form(operation));
            for (String requirement : judge.requirements(operation.responseSchema())) {
                checks.add(PassiveChecks.responses(
                        requirement,
                        operation,
                        new Text("스키마에 맞음", "follows the schema"),
                        response -> response.isSuccess() && response.json().isObject(),
                        response -> judge.judge(requirement, operation.responseSchema(), response.json())));
            }
            checks.add(PassiveChecks.successes(
                    "LNK-RES-21",
                    operation,
                    new Text("문서의 철자 그대로", "spelt as documented"),
                    response -> misspelt(judge, operation, response)));
            checks.addAll(dates(judge, operation));
            return checks;
        });
    }

    private static List<Check> form(OperationContext operation) {
        return List.of(
                PassiveChecks.successes(
                        "LNK-RES-01",
                        operation,
                        new Text("상태 200", "status 200"),
                        response -> Finding.holdsIf(response.status() == 200, () -> Expectation.got(response))),
                PassiveChecks.successes(
                        "LNK-RES-02",
                        operation,
                        Text.same("Content-Type: application/json"),
                        response -> Finding.holdsIf(
                                response.isJsonTyped(),
                                () -> new Text("application/json이 아님", "the media type is not application/json"))),
                PassiveChecks.successes(
                        "LNK-RES-03",
                        operation,
                        new Text("올바른 UTF-8로 쓴 JSON 객체", "a JSON object in valid UTF-8"),
                        response -> Finding.holdsIf(
                                response.json().isObject(),
                                () -> response.isUtf8()
                                        ? new Text("본문이 JSON 객체가 아님", "the body is not a JSON object")
                                        : new Text("본문이 올바른 UTF-8이 아님", "the body is not valid UTF-8"))),
                PassiveChecks.responses(
                        "LNK-RES-04",
                        operation,
                        new Text("BOM 없음", "no BOM"),
                        response -> response.body().length > 0,
                        response -> Finding.holdsIf(
                                !response.startsWithBom(),
                                () -> new Text("본문이 BOM으로 시작함", "the body starts with a BOM"))),
                PassiveChecks.responses(
                        "LNK-RES-05",
                        operation,
                        new Text("charset이 없거나 utf-8", "no charset label, or utf-8"),
                        Response::isJsonTyped,
                        response -> Finding.holdsIf(
                                charset(response).map("utf-8"::equalsIgnoreCase).orElse(true),
                                () -> new Text("charset이 utf-8이 아님", "the charset label is not utf-8"))));
    }

    private static Optional<String> charset(Response response) {
        for (String parameter : response.header("content-type").orElse("").split(";")) {
            if (parameter.strip().toLowerCase(Locale.ROOT).startsWith("charset=")) {
                return Optional.of(
                        parameter.strip().substring("charset=".length()).replace("\"", ""));
            }
        }
        return Optional.empty();
    }

    private static Finding misspelt(SchemaJudge judge, OperationContext operation, Response response) {
        String names = String.join(", ", names(judge, operation, response));
        return Finding.holdsIf(
                names.isEmpty(), () -> Text.of("오기로 보이는 항목: %s", "members that look misspelt: %s", names));
    }

    private static Set<String> names(SchemaJudge judge, OperationContext operation, Response response) {
        Set<String> found = new LinkedHashSet<>();
        judge.misspelt(operation.responseSchema(), response.json(), found);
        return found;
    }

    /** A member carries the first date, a response with accounts the second. */
    private static List<Check> dates(SchemaJudge judge, OperationContext operation) {
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
            String requirement, SchemaJudge judge, OperationContext operation, String name, Predicate<JsonNode> when) {
        return PassiveChecks.responses(
                requirement,
                operation,
                new Text(name + " 있음", name + " is present"),
                response -> response.isSuccess() && when.test(response.json()),
                response -> Finding.holdsIf(
                        response.json().has(name)
                                || !names(judge, operation, response).isEmpty(),
                        () -> new Text(name + " 없음", "no " + name)));
    }
}
