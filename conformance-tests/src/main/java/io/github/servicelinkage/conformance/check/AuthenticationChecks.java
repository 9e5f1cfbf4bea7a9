package io.github.servicelinkage.conformance.check;

import static io.github.servicelinkage.conformance.check.Given.must;

import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Intent;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Locale;

/** Clause family D7: who may call. */
final class AuthenticationChecks implements CheckFamily {
    /** Has the shape of a key, and is nobody's. */
    private static final String FOREIGN_KEY = "l7xxffffffffffffffffffffffffffffffff";

    @Override
    public List<Check> checks(Given given) {
        String key = given.apiKey();
        String header = given.contract().apiKeyHeader();
        return given.perOperation(operation -> {
            Request accepted = given.accepted(operation);
            return List.of(
                    must("LNK-AUTH-01", operation, Given.valid(new Text("올바른 키", "the right key"), accepted)),
                    must("LNK-AUTH-02", operation, unauthorized("키 없음", "no key", accepted.withoutHeader(header))),
                    must(
                            "LNK-AUTH-03",
                            operation,
                            unauthorized("빈 키", "an empty key", accepted.withHeader(header, ""))),
                    must(
                            "LNK-AUTH-04",
                            operation,
                            unauthorized("다른 키", "another key", accepted.withHeader(header, FOREIGN_KEY)),
                            unauthorized(
                                    "마지막 글자가 다른 키",
                                    "a key that differs in its last character",
                                    accepted.withHeader(header, withOtherEnd(key)))),
                    must(
                            "LNK-AUTH-05",
                            operation,
                            unauthorized(
                                    "마지막 글자가 없는 키",
                                    "a key without its last character",
                                    accepted.withHeader(header, key.substring(0, key.length() - 1)))),
                    must(
                            "LNK-AUTH-06",
                            operation,
                            unauthorized(
                                    "한 글자가 더 붙은 키",
                                    "a key with one more character",
                                    accepted.withHeader(header, key + "0"))),
                    letterCase(operation, accepted, header, key),
                    must(
                            "LNK-AUTH-08",
                            operation,
                            headerName(accepted, header, key, header.toUpperCase(Locale.ROOT)),
                            headerName(accepted, header, key, "apiKey"),
                            headerName(accepted, header, key, "Apikey")),
                    must(
                            "LNK-AUTH-09",
                            operation,
                            unauthorized(
                                    "틀린 키와 틀린 본문",
                                    "a wrong key and a body that breaks the contract",
                                    accepted.withHeader(header, FOREIGN_KEY).withJson(body -> body.removeAll()))),
                    must(
                            "LNK-AUTH-10",
                            operation,
                            new Case(
                                    new Text("쿼리로만 보낸 키", "the key in the query alone"),
                                    accepted.withoutHeader(header)
                                            .withPath(operation.path() + "?" + header + "=" + key)
                                            .as(Intent.REFUSED),
                                    Expectation.refused())),
                    must(
                            "LNK-AUTH-11",
                            operation,
                            new Case(
                                    new Text("앞뒤에 공백이 있는 올바른 키", "the right key with white space around it"),
                                    accepted.withHeader(header, " " + given.apiKey() + "\t"),
                                    Expectation.accepted())),
                    must(
                            "LNK-AUTH-12",
                            operation,
                            new Case(
                                    new Text("올바른 키와 다른 키를 함께", "the right key and another one"),
                                    accepted.withAddedHeader(header, FOREIGN_KEY)
                                            .as(Intent.REFUSED),
                                    Expectation.refused())));
        });
    }

    private static Check letterCase(Operation operation, Request accepted, String header, String key) {
        String other =
                key.equals(key.toUpperCase(Locale.ROOT)) ? key.toLowerCase(Locale.ROOT) : key.toUpperCase(Locale.ROOT);
        return other.equals(key)
                ? new Check.Skipped("LNK-AUTH-07", operation.id(), new Text("키에 영문자가 없습니다.", "The key has no letters."))
                : must(
                        "LNK-AUTH-07",
                        operation,
                        unauthorized(
                                "대소문자가 다른 키", "the key in another letter case", accepted.withHeader(header, other)));
    }

    private static Case headerName(Request accepted, String header, String key, String name) {
        return Given.valid(
                new Text("헤더 이름 " + name, "header name " + name),
                accepted.withoutHeader(header).withAddedHeader(name, key));
    }

    private static Case unauthorized(String ko, String en, Request request) {
        return new Case(new Text(ko, en), request.as(Intent.REFUSED), Expectation.status(401));
    }

    private static String withOtherEnd(String key) {
        return key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
    }
}
