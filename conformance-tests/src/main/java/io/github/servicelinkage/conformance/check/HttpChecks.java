package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** HTTP: methods, paths and negotiation. HEAD and OPTIONS are not judged. */
final class HttpChecks implements CheckFamily {
    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> Stream.of(
                        methodsAndPaths(operation),
                        negotiation(operation),
                        List.of(allow(operation), keepAlive(operation)))
                .flatMap(List::stream)
                .toList());
    }

    private static List<Check> methodsAndPaths(OperationContext operation) {
        Request accepted = operation.accepted();
        return List.of(
                operation.check(
                        "LNK-HTTP-01",
                        method(operation, accepted.withMethod("GET").withBody("")),
                        method(operation, accepted.withMethod("DELETE").withBody("")),
                        method(operation, accepted.withMethod("PUT")),
                        method(operation, accepted.withMethod("PATCH"))),
                operation.check(
                        "LNK-HTTP-03",
                        Stream.of(
                                        operation.path() + "x",
                                        operation.path() + "/x",
                                        "/" + operation.path().split("/")[1],
                                        "/x")
                                .map(path -> operation.refused(
                                        Text.same(path), accepted.withPath(path), Expectation.status(404)))
                                .toList()),
                operation.check(
                        "LNK-HTTP-04",
                        operation.open(
                                new Text("경로 끝에 /", "a trailing slash"), accepted.withPath(operation.path() + "/"))));
    }

    private static Case method(OperationContext operation, Request request) {
        return operation.refused(
                Text.same(request.method()),
                request,
                Expectation.status(405)
                        .orWithWarning(
                                new Text("405 대신 짧은 형식의 404", "a 404 in the short form instead of 405"),
                                response -> response.status() == 404
                                        && operation.plan().errors().isProperShort(response)));
    }

    private static List<Check> negotiation(OperationContext operation) {
        Request accepted = operation.accepted();
        return List.of(
                operation.check(
                        "LNK-HTTP-06",
                        operation.open(
                                Text.same("Expect: 100-continue"),
                                accepted.withHeader("Expect", "100-continue"),
                                Expectation.accepted().or(Text.same("417"), response -> response.status() == 417))),
                operation.check(
                        "LNK-HTTP-07",
                        operation.valid(new Text("Accept 없음", "no Accept"), accepted),
                        accept(operation, "application/json"),
                        accept(operation, "*/*"),
                        accept(operation, "application/json, text/plain, */*;q=0.1")),
                operation.check(
                        "LNK-HTTP-08",
                        operation.open(
                                Text.same("Accept: application/xml"),
                                accepted.withHeader("Accept", "application/xml"),
                                Expectation.status(406)
                                        .or(new Text("JSON 응답", "a response in JSON"), HttpChecks::isJsonSuccess))));
    }

    private static Case accept(OperationContext operation, String accept) {
        return operation.valid(
                Text.same("Accept: " + accept), operation.accepted().withHeader("Accept", accept));
    }

    /** JSON by its label or by its body: a wrong label alone breaks LNK-RES-02, a wrong body LNK-RES-03. */
    private static boolean isJsonSuccess(Response response) {
        return response.isSuccess()
                && (response.isJsonTyped() || response.json().isObject());
    }

    private static Check allow(OperationContext operation) {
        String method = operation.operation().method();
        return PassiveChecks.responses(
                "LNK-HTTP-02",
                operation,
                Text.of("405에 Allow: %s", "Allow: %s in a 405", method),
                response -> response.status() == 405,
                response -> Finding.holdsIf(
                        response.headers().getOrDefault("allow", List.of()).stream()
                                .flatMap(value -> Arrays.stream(value.split(",")))
                                .anyMatch(allowed -> allowed.strip().equalsIgnoreCase(method)),
                        () -> Text.of(
                                "405 응답의 Allow 헤더에 메서드 %s 없음", "a 405 has no Allow header that lists %s", method)));
    }

    private static Check keepAlive(OperationContext operation) {
        return PassiveChecks.exchanges(
                "LNK-HTTP-05",
                operation,
                new Text("연결을 이어 씀", "the connection stays open"),
                exchange -> exchange.intent() != Intent.VALID
                        ? Optional.empty()
                        : exchange.response()
                                .filter(Response::isSuccess)
                                .map(response -> Finding.holdsIf(
                                        response.header("connection")
                                                .filter("close"::equalsIgnoreCase)
                                                .isEmpty(),
                                        () -> new Text(
                                                "응답 뒤에 연결을 끊음(Connection: close)",
                                                "the connection is closed after the response (Connection: close)"))));
    }
}
