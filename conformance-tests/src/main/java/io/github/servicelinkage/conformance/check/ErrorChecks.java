package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clause family D6: how an error looks. Observes every error that the run meets. */
final class ErrorChecks implements CheckFamily {
    private static final String ENVELOPE = "/components/schemas/PlatformError";
    private static final String SHORT = "/components/schemas/FrontError";
    /** Statuses that the gateway in front may give in the short form. */
    private static final Set<Integer> SHORT_STATUSES = Set.of(401, 404, 429);

    @Override
    public List<Check> checks(Given given) {
        SchemaJudge judge = new SchemaJudge(given.contract(), given.catalogue(), Optional.empty());
        return given.perOperation(operation -> {
            List<Check> checks = new ArrayList<>();
            checks.add(Observe.errors(
                    "LNK-ERR-01",
                    operation,
                    new Text("application/json인 JSON 객체", "a JSON object of type application/json"),
                    answer -> true,
                    ErrorChecks::isJson));
            for (String requirement : List.of("LNK-ERR-02", "LNK-ERR-03", "LNK-ERR-04", "LNK-ERR-05")) {
                checks.add(Observe.errors(
                        requirement,
                        operation,
                        new Text("플랫폼의 오류 형식", "the platform's error envelope"),
                        answer -> answer.json().isObject(),
                        answer -> judge.judge(requirement, isShort(answer) ? SHORT : ENVELOPE, answer.json())));
            }
            checks.add(refusedWith4xx(given, operation));
            checks.add(refusedWith400(operation));
            checks.add(Observe.errors(
                    "LNK-ERR-08",
                    operation,
                    new Text("문서에 있는 상태와 code", "a documented pair of status and code"),
                    answer -> answer.json().path("code").isInt(),
                    answer -> Finding.holdsIf(
                            given.contract()
                                    .errorCodes()
                                    .contains(new Contract.ErrorCode(answer.status(), answer.errorCode())),
                            () -> Expectation.got(answer))));
            return checks;
        });
    }

    private static Finding isJson(Answer answer) {
        if (!answer.isJsonTyped()) {
            return Finding.broken(
                    Text.of("%d 응답이 application/json이 아님", "a %d is not application/json", answer.status()));
        }
        return Finding.holdsIf(
                answer.json().isObject(),
                () -> Text.of("%d 응답의 본문이 JSON 객체가 아님", "the body of a %d is not a JSON object", answer.status()));
    }

    private static boolean isShort(Answer answer) {
        return SHORT_STATUSES.contains(answer.status())
                && !answer.json().has("code")
                && !answer.json().has("category");
    }

    private static Check refusedWith4xx(Given given, Operation operation) {
        return new Check.Observing(
                "LNK-ERR-06",
                operation.id(),
                new Text("4xx", "a 4xx"),
                exchange -> isRefusalDue(exchange)
                        .filter(Answer::isError)
                        .map(answer -> answer.status() < 500
                                ? Finding.HOLDS
                                : exchange.request().intent() == Intent.INVALID && given.isParsingError(answer)
                                        ? Finding.warns(Expectation.got(answer))
                                        : Finding.broken(Expectation.got(answer))));
    }

    private static Check refusedWith400(Operation operation) {
        return new Check.Observing(
                "LNK-ERR-07",
                operation.id(),
                new Text("상태 400", "status 400"),
                exchange -> exchange.request().intent() != Intent.INVALID
                        ? Optional.empty()
                        : exchange.answer()
                                .filter(answer -> answer.isError() && answer.status() < 500)
                                .map(answer -> Finding.holdsIf(answer.status() == 400, () -> Expectation.got(answer))));
    }

    private static Optional<Answer> isRefusalDue(Exchange exchange) {
        Intent intent = exchange.request().intent();
        return intent == Intent.INVALID || intent == Intent.REFUSED ? exchange.answer() : Optional.empty();
    }
}
