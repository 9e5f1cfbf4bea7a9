package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Forms of a request in which gateways have been known to forget the key, each sent without the right one. Which of them a
 * gateway takes for the operation is its own affair; data it must not give.
 *
 * @param operation the operation that is asked
 */
record KeylessForms(OperationContext operation) {

    Check check(String requirement, String header, String foreignKey) {
        Request keyless = operation.accepted().withoutHeader(header);
        List<Case> cases = new ArrayList<>();
        paths().forEach(path -> cases.add(keyless(Text.same(path), keyless.withPath(path))));
        cases.add(keyless(new Text("절대 형식의 주소", "the absolute form of the URL"), keyless.withAbsoluteTarget()));
        cases.add(keyless(Text.same("HTTP/1.0"), keyless.withVersion("HTTP/1.0")));
        Stream.of("X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1", "Forwarded: for=127.0.0.1", "X-Internal: true")
                .forEach(field -> cases.add(keyless(Text.same(field), with(keyless, field))));
        cases.add(keyless(
                Text.of("%s 쿠키에 틀린 키", "a wrong key in the cookie %s", header),
                keyless.withHeader("Cookie", header + "=" + foreignKey)));
        cases.add(keyless(
                new Text("Authorization: Bearer와 틀린 키", "a wrong key in Authorization: Bearer"),
                keyless.withHeader("Authorization", "Bearer " + foreignKey)));
        Stream.of("OPTIONS", "HEAD", "TRACE")
                .forEach(method -> cases.add(keyless(Text.same(method), keyless.withMethod(method))));
        Stream.of("GET", "OPTIONS")
                .forEach(method -> cases.add(keyless(
                        Text.of("%s, X-HTTP-Method-Override: POST", "%s, X-HTTP-Method-Override: POST", method),
                        keyless.withMethod(method).withHeader("X-HTTP-Method-Override", "POST"))));
        return operation.batch(
                requirement,
                new Text("올바른 키가 없는 여러 형태의 요청", "requests of many forms without the right key"),
                Stream.concat(Stream.of(keyless(new Text("보통의 요청", "an ordinary request"), keyless)), cases.stream())
                        .toList(),
                Check.Manner.ONE_BY_ONE,
                new Text("데이터 없음", "no data"),
                this::judge);
    }

    /** If even an ordinary request needs no key, LNK-AUTH-02 is broken, and nothing can be told of the others. */
    private Finding judge(List<CaseExchange> exchanges) {
        List<CaseExchange> served = exchanges.stream()
                .filter(exchange ->
                        isAboutSomebody(operation, exchange.response().orElseThrow()))
                .toList();
        if (served.contains(exchanges.get(0))) {
            return Finding.notJudged(new Text(
                    "판정할 수 없음: 키가 없는 보통의 요청도 수락함(LNK-AUTH-02)",
                    "not judged: even an ordinary request without a key is accepted (LNK-AUTH-02)"));
        }
        return served.stream()
                .findFirst()
                .map(exchange -> Finding.broken(Text.of(
                                "%s: 데이터로 응답함",
                                "%s: the response has data", exchange.planned().description()))
                        .shownBy(exchange))
                .orElse(Finding.HOLDS);
    }

    private List<String> paths() {
        String path = operation.path();
        int last = path.lastIndexOf('/');
        char letter = path.charAt(last + 1);
        return List.of(
                path + "?x=1",
                path + "?apikey=x",
                "/" + path,
                path.substring(0, last) + "/" + path.substring(last),
                path + ";x=1",
                path.substring(0, last) + "%2f" + path.substring(last + 1),
                path.substring(0, last + 1)
                        + String.format(Locale.ROOT, "%%%02x", (int) letter)
                        + path.substring(last + 2),
                path.toUpperCase(Locale.ROOT),
                path.substring(0, last) + "/." + path.substring(last),
                path + "/",
                path + ".json");
    }

    private static Request with(Request request, String field) {
        String[] parts = field.split(": ");
        return request.withHeader(parts[0], parts[1]);
    }

    private Case keyless(Text form, Request request) {
        return operation.sent(Intent.OPEN, Text.of("키 없음, %s", "no key, %s", form), request, Expectation.refused());
    }

    /** Whether a response has what a success of the operation must have. */
    static boolean isAboutSomebody(OperationContext operation, Response response) {
        return response.isSuccess()
                && required(operation).anyMatch(name -> response.json().has(name));
    }

    private static Stream<String> required(OperationContext operation) {
        List<String> names = new ArrayList<>();
        operation
                .plan()
                .contract()
                .at(operation.responseSchema() + "/required")
                .forEach(name -> names.add(name.asText()));
        return names.stream();
    }
}
