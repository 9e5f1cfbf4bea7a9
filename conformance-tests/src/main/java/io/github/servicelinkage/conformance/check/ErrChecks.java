package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ERR: how an error looks. Looks at every error that the run meets. */
final class ErrChecks implements CheckFamily {
    @Override
    public List<Check> checks(PlanContext context) {
        SchemaJudge judge = new SchemaJudge(context.contract(), context.catalogue(), Optional.empty());
        ErrorForms errors = context.errors();
        return context.perOperation(operation -> {
            List<Check> checks = new ArrayList<>();
            checks.add(PassiveChecks.errors(
                    "LNK-ERR-01",
                    operation,
                    new Text("application/json인 JSON 객체", "a JSON object of type application/json"),
                    response -> true,
                    ErrChecks::isJson));
            for (String requirement : List.of("LNK-ERR-02", "LNK-ERR-03", "LNK-ERR-04", "LNK-ERR-05", "LNK-ERR-09")) {
                checks.add(PassiveChecks.errors(
                        requirement,
                        operation,
                        new Text("플랫폼의 오류 형식", "the platform's error envelope"),
                        response -> judge.concerns(requirement, errors.schema(response), response.json()),
                        response -> judge.judge(requirement, errors.schema(response), response.json())));
            }
            checks.add(refusedWith4xx(errors, operation));
            checks.add(refusedWith400(operation));
            checks.add(PassiveChecks.errors(
                    "LNK-ERR-08",
                    operation,
                    new Text("문서에 있는 상태와 code", "a documented pair of status and code"),
                    response -> response.json().path("code").isInt(),
                    response -> Finding.holdsIf(
                            context.contract()
                                    .errorCodes()
                                    .contains(new Contract.ErrorCode(response.status(), response.errorCode())),
                            () -> Expectation.got(response))));
            return checks;
        });
    }

    private static Finding isJson(Response response) {
        if (!response.isJsonTyped()) {
            return Finding.broken(
                    Text.of("%d 응답이 application/json이 아님", "a %d is not application/json", response.status()));
        }
        return Finding.holdsIf(
                response.json().isObject(),
                () -> Text.of(
                        "%d 응답의 본문을 JSON 객체로 읽을 수 없음",
                        "the body of a %d cannot be read as a JSON object", response.status()));
    }

    private static Check refusedWith4xx(ErrorForms errors, OperationContext operation) {
        return PassiveChecks.exchanges(
                "LNK-ERR-06",
                operation,
                new Text("4xx", "a 4xx"),
                exchange -> isRefusalDue(exchange)
                        .filter(response -> !exchange.isOnlyAskedToWait())
                        .filter(Response::isError)
                        .map(response -> response.status() < 500 || isUnknownMethod(operation, exchange)
                                ? Finding.HOLDS
                                : exchange.intent() == Intent.UNPARSABLE && errors.isParsingError(response)
                                        ? Finding.warns(Expectation.got(response))
                                        : Finding.broken(Expectation.got(response))));
    }

    /** A 501 says that the server knows no such method, which HTTP leaves to it. */
    private static boolean isUnknownMethod(OperationContext operation, CaseExchange exchange) {
        return !exchange.request().method().equals(operation.operation().method())
                && exchange.response()
                        .filter(response -> response.status() == 501)
                        .isPresent();
    }

    private static Check refusedWith400(OperationContext operation) {
        return PassiveChecks.exchanges(
                "LNK-ERR-07",
                operation,
                new Text("상태 400", "status 400"),
                exchange -> !exchange.intent().isInvalid()
                        ? Optional.empty()
                        : exchange.response()
                                .filter(response -> response.isError() && response.status() < 500)
                                .filter(response -> response.status() != 401 && !exchange.isOnlyAskedToWait())
                                .map(response ->
                                        Finding.holdsIf(response.status() == 400, () -> Expectation.got(response))));
    }

    private static Optional<Response> isRefusalDue(CaseExchange exchange) {
        Intent intent = exchange.intent();
        return intent.isInvalid() || intent == Intent.REFUSED ? exchange.response() : Optional.empty();
    }
}
