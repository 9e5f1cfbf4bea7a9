package io.github.servicelinkage.conformance.check;

import static io.github.servicelinkage.conformance.check.Given.all;
import static io.github.servicelinkage.conformance.check.Given.must;
import static io.github.servicelinkage.conformance.check.Given.open;
import static io.github.servicelinkage.conformance.check.Given.valid;

import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Clause family D7, and RFC 9110: methods, paths and negotiation. HEAD and OPTIONS are not judged. */
final class HttpChecks implements CheckFamily {
    @Override
    public List<Check> checks(Given given) {
        return given.perOperation(operation -> all(
                methodsAndPaths(given, operation),
                negotiation(given, operation),
                List.of(allow(operation), keepAlive(operation))));
    }

    private static List<Check> methodsAndPaths(Given given, Operation operation) {
        Request accepted = given.accepted(operation);
        return List.of(
                must(
                        "LNK-HTTP-01",
                        operation,
                        method(accepted.withMethod("GET").withBody("")),
                        method(accepted.withMethod("DELETE").withBody("")),
                        method(accepted.withMethod("PUT")),
                        method(accepted.withMethod("PATCH"))),
                must(
                        "LNK-HTTP-03",
                        operation,
                        Stream.of(
                                        operation.path() + "x",
                                        operation.path() + "/x",
                                        "/" + operation.path().split("/")[1],
                                        "/x")
                                .map(path -> new Case(
                                        Text.same(path),
                                        accepted.withPath(path).as(Intent.REFUSED),
                                        Expectation.status(404)))
                                .toArray(Case[]::new)),
                must(
                        "LNK-HTTP-04",
                        operation,
                        open(new Text("경로 끝에 /", "a trailing slash"), accepted.withPath(operation.path() + "/"))));
    }

    private static Case method(Request request) {
        return new Case(
                Text.same(request.method()),
                request.as(Intent.REFUSED),
                Expectation.status(405)
                        .orWithWarning(
                                new Text("405 대신 짧은 형식의 404", "a 404 in the short form instead of 405"),
                                answer -> answer.status() == 404 && isShort(answer)));
    }

    private static boolean isShort(Answer answer) {
        return answer.json().has("message") && !answer.json().has("code");
    }

    private static List<Check> negotiation(Given given, Operation operation) {
        Request accepted = given.accepted(operation);
        return List.of(
                must(
                        "LNK-HTTP-06",
                        operation,
                        new Case(
                                Text.same("Expect: 100-continue"),
                                accepted.withHeader("Expect", "100-continue").as(Intent.OPEN),
                                Expectation.accepted().or(Text.same("417"), answer -> answer.status() == 417))),
                must(
                        "LNK-HTTP-07",
                        operation,
                        valid(new Text("Accept 없음", "no Accept"), accepted),
                        accept(accepted, "application/json"),
                        accept(accepted, "*/*"),
                        accept(accepted, "application/json, text/plain, */*;q=0.1")),
                must(
                        "LNK-HTTP-08",
                        operation,
                        new Case(
                                Text.same("Accept: application/xml"),
                                accepted.withHeader("Accept", "application/xml").as(Intent.OPEN),
                                Expectation.status(406)
                                        .or(new Text("JSON 응답", "an answer in JSON"), HttpChecks::isJsonSuccess))));
    }

    private static Case accept(Request accepted, String accept) {
        return valid(Text.same("Accept: " + accept), accepted.withHeader("Accept", accept));
    }

    /** JSON by its label or by its body: a wrong label alone breaks LNK-RES-02, a wrong body LNK-RES-03. */
    private static boolean isJsonSuccess(Answer answer) {
        return answer.isSuccess() && (answer.isJsonTyped() || answer.json().isObject());
    }

    private static Check allow(Operation operation) {
        return Observe.answers(
                "LNK-HTTP-02",
                operation,
                new Text("405에 Allow: " + operation.method(), "Allow: %s in a 405".formatted(operation.method())),
                answer -> answer.status() == 405,
                answer -> Finding.holdsIf(
                        answer.headers().getOrDefault("allow", List.of()).stream()
                                .flatMap(value -> Arrays.stream(value.split(",")))
                                .anyMatch(method -> method.strip().equalsIgnoreCase(operation.method())),
                        () -> new Text(
                                "405 응답의 Allow 헤더에 %s가 없음".formatted(operation.method()),
                                "a 405 has no Allow header that lists " + operation.method())));
    }

    private static Check keepAlive(Operation operation) {
        return new Check.Observing(
                "LNK-HTTP-05",
                operation.id(),
                new Text("연결을 이어 씀", "the connection stays open"),
                exchange -> exchange.request().intent() != Intent.VALID
                        ? Optional.empty()
                        : exchange.answer()
                                .filter(Answer::isSuccess)
                                .map(answer -> Finding.holdsIf(
                                        answer.header("connection")
                                                .filter("close"::equalsIgnoreCase)
                                                .isEmpty(),
                                        () -> new Text(
                                                "응답 뒤에 연결을 끊음(Connection: close)",
                                                "the connection is closed after the answer (Connection: close)"))));
    }
}
