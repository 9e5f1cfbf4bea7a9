package io.github.servicelinkage.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** RES: how a success looks. Looks at every success of the run. */
final class ResChecks implements CheckFamily {
    private static final String COMMON_DATE = "commonTermsExpireDate";
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern PLAIN_HTTPS = Pattern.compile("(?i)https://[^?#@\\s]+");

    @Override
    public List<Check> checks(PlanContext context) {
        SchemaJudge judge = new SchemaJudge(context.contract(), context.catalogue(), Optional.of("LNK-RES-22"));
        return context.perOperation(operation -> {
            List<Check> checks = new ArrayList<>(form(operation));
            for (String requirement : judge.requirements(operation.responseSchema())) {
                checks.add(PassiveChecks.successes(
                        requirement,
                        operation,
                        new Text("스키마에 맞음", "follows the schema"),
                        response ->
                                judge.concerns(requirement, operation.responseSchema(), judged(operation, response)),
                        response -> judge.judge(requirement, operation.responseSchema(), judged(operation, response))));
            }
            checks.add(PassiveChecks.successes(
                    "LNK-RES-21",
                    operation,
                    new Text("문서의 철자 그대로", "spelt as documented"),
                    response -> misspelt(judge, operation, response)));
            checks.addAll(dates(judge, operation));
            checks.addAll(
                    operation.tellsMembership() ? List.of(dateOfNonMember(operation)) : accounts(judge, operation));
            checks.add(replacementCharacter(operation));
            return checks;
        });
    }

    /** The body without a date that a non-member has not, which is judged on its own. */
    private static JsonNode judged(OperationContext operation, Response response) {
        if (!hasNoDate(operation, response)) {
            return response.json();
        }
        ObjectNode rest = response.json().deepCopy();
        rest.remove(COMMON_DATE);
        return rest;
    }

    private static boolean hasNoDate(OperationContext operation, Response response) {
        JsonNode date = response.json().path(COMMON_DATE);
        return operation.tellsMembership()
                && Membership.isNonMember(operation, response)
                && (date.isNull() || date.isTextual() && date.asText().isEmpty());
    }

    private static Check dateOfNonMember(OperationContext operation) {
        return PassiveChecks.successes(
                "LNK-RES-23",
                operation,
                Text.of("비회원에게 %s 없음", "no %s for a non-member", COMMON_DATE),
                response -> Membership.isNonMember(operation, response),
                response -> Finding.holdsIf(
                        !hasNoDate(operation, response),
                        () -> Text.of("%s가 null이거나 빈 문자열", "%s is null or empty", COMMON_DATE)));
    }

    private static List<Check> accounts(SchemaJudge judge, OperationContext operation) {
        return List.of(
                PassiveChecks.successes(
                        "LNK-RES-26",
                        operation,
                        new Text("계좌마다 vtAccAlias", "vtAccAlias in every account"),
                        response -> response.isSuccess()
                                && accounts(response).findAny().isPresent(),
                        response -> Finding.holdsIf(
                                accounts(response).allMatch(account -> account.has("vtAccAlias"))
                                        || !names(judge, operation, response).isEmpty(),
                                () -> new Text("vtAccAlias가 없는 계좌 있음", "an account has no vtAccAlias"))),
                PassiveChecks.successes(
                        "LNK-RES-27",
                        operation,
                        new Text("쿼리와 로그인 정보가 없는 https 주소", "an https address without query and user information"),
                        response -> response.isSuccess()
                                && accounts(response)
                                        .anyMatch(account -> endpoint(account).isPresent()),
                        response -> Finding.holdsIf(
                                accounts(response)
                                        .flatMap(account -> endpoint(account).stream())
                                        .allMatch(PLAIN_HTTPS.asMatchPredicate()),
                                () -> new Text("그렇지 않은 endpoint 있음", "an endpoint is not"))));
    }

    /** An endpoint that is no absolute URI breaks LNK-RES-18, not this. */
    private static Optional<String> endpoint(JsonNode account) {
        return Optional.ofNullable(account.path("endpoint").textValue())
                .filter(address -> ABSOLUTE.matcher(address).lookingAt());
    }

    private static Stream<JsonNode> accounts(Response response) {
        return StreamSupport.stream(response.json().path("vtAccList").spliterator(), false)
                .filter(JsonNode::isObject);
    }

    private static Check replacementCharacter(OperationContext operation) {
        return PassiveChecks.successes(
                "LNK-RES-28",
                operation,
                new Text("U+FFFD 없음", "no U+FFFD"),
                response -> Finding.holdsIf(
                        !response.isUtf8() || !response.text().contains("\uFFFD"),
                        () -> new Text("깨진 글자(U+FFFD) 있음", "a replacement character (U+FFFD)")));
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
                                        ? new Text("본문을 JSON 객체로 읽을 수 없음", "the body cannot be read as a JSON object")
                                        : response.header("content-encoding").isPresent()
                                                ? new Text(
                                                        "본문을 Content-Encoding대로 풀 수 없거나 올바른 UTF-8이 아님",
                                                        "the body cannot be decoded as its Content-Encoding says, or is not valid UTF-8")
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
        if (members.contains(COMMON_DATE)) {
            checks.add(date(
                    "LNK-RES-09",
                    judge,
                    operation,
                    COMMON_DATE,
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
        return PassiveChecks.successes(
                requirement,
                operation,
                new Text(name + " 있음", name + " is present"),
                response -> when.test(response.json()),
                response -> Finding.holdsIf(
                        response.json().has(name)
                                || !names(judge, operation, response).isEmpty(),
                        () -> new Text(name + " 없음", "no " + name)));
    }
}
