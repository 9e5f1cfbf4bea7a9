package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** HTTP: methods, paths, framing and negotiation. */
final class HttpChecks implements CheckFamily {
    private static final Expectation NOT_ALLOWED = new Expectation(
            Expectation.status(405).text(),
            response -> response.isError()
                    ? Expectation.status(405).rule().apply(response)
                    : Finding.notJudged(new Text(
                            "판정할 수 없음: 거부하지 않음(LNK-HTTP-01)", "not judged: it is not rejected (LNK-HTTP-01)")));
    private static final Expectation REFUSED = new Expectation(
            new Text("4xx 또는 501로 거부", "refused with a 4xx or a 501"),
            response -> Finding.holdsIf(
                    response.isError() && response.status() < 500 || response.status() == 501,
                    () -> Expectation.got(response)));

    @Override
    public List<Check> checks(PlanContext context) {
        return context.perOperation(operation -> Stream.of(
                        methodsAndPaths(operation),
                        negotiation(operation),
                        framing(operation),
                        List.of(allow(operation), keepAlive(operation)))
                .flatMap(List::stream)
                .toList());
    }

    private static List<Check> methodsAndPaths(OperationContext operation) {
        Request accepted = operation.accepted();
        Request bodiless = accepted.withBody("").withoutHeader("Content-Type");
        List<Request> others = List.of(
                bodiless.withMethod("GET"),
                bodiless.withMethod("DELETE"),
                accepted.withMethod("PUT"),
                accepted.withMethod("PATCH"));
        return List.of(
                operation.check(
                        "LNK-HTTP-01",
                        others.stream()
                                .map(request -> method(operation, request, REFUSED))
                                .toList()),
                operation.check(
                        "LNK-HTTP-09",
                        others.stream()
                                .map(request -> method(operation, request, NOT_ALLOWED))
                                .toList()),
                operation.check(
                        "LNK-HTTP-12",
                        Stream.of("HEAD", "OPTIONS", "TRACE")
                                .map(method -> withoutData(operation, accepted.withMethod(method)))
                                .toList()),
                operation.check(
                        "LNK-HTTP-03",
                        Stream.of(operation.path() + "x", operation.path() + "/x", "/no-such-operation")
                                .map(path -> operation.refused(
                                        Text.same(path), accepted.withPath(path), Expectation.status(404)))
                                .toList()),
                operation.check(
                        "LNK-HTTP-04",
                        operation.open(
                                new Text("경로 끝에 /", "a trailing slash"), accepted.withPath(operation.path() + "/"))));
    }

    /** Whatever the refusal is: 501 is HTTP's own for a method that a server does not know at all. */
    private static Case method(OperationContext operation, Request request, Expectation expectation) {
        return operation.refused(Text.same(request.method()), request, expectation);
    }

    private static Case withoutData(OperationContext operation, Request request) {
        return operation.sent(
                Intent.OPEN,
                Text.same(request.method()),
                request,
                new Expectation(
                        new Text("데이터 없음", "no data"),
                        response -> Finding.holdsIf(
                                !KeylessForms.isAboutSomebody(operation, response),
                                () -> new Text("이용자의 데이터로 응답함", "the response has data of a person"))));
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
                        operation.valid(new Text("Accept 없음", "no Accept"), accepted.withoutHeader("Accept")),
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

    private static List<Check> framing(OperationContext operation) {
        Request accepted = operation.accepted();
        Case compressed =
                operation.valid(Text.same("Accept-Encoding: gzip"), accepted.withHeader("Accept-Encoding", "gzip"));
        return List.of(
                operation.check(
                        "LNK-HTTP-10",
                        operation.sent(
                                Intent.OPEN,
                                new Text("청크로 나눈 본문", "a body in chunks"),
                                accepted.chunked(),
                                Expectation.accepted()
                                        .orWithWarning(
                                                new Text("411로 거부함", "rejected with 411"),
                                                response -> response.status() == 411))),
                SameResponse.of(operation)
                        .asControl("LNK-HTTP-11", compressed.description(), List.of(compressed, compressed)));
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
        return PassiveChecks.errors(
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
