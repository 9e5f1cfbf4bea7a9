package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.Locale;

/** AUTH: who may call. */
final class AuthChecks implements CheckFamily {
    /** Has the shape of a key, and belongs to nobody. */
    private static final String FOREIGN_KEY = "l7xxffffffffffffffffffffffffffffffff";

    @Override
    public List<Check> checks(PlanContext context) {
        String key = context.apiKey();
        String header = context.contract().apiKeyHeader();
        return context.perOperation(operation -> {
            Request accepted = operation.accepted();
            return List.of(
                    operation.check("LNK-AUTH-01", operation.valid(new Text("올바른 키", "the right key"), accepted)),
                    operation.check(
                            "LNK-AUTH-02", unauthorized(operation, "키 없음", "no key", accepted.withoutHeader(header))),
                    operation.check(
                            "LNK-AUTH-03",
                            unauthorized(operation, "빈 키", "an empty key", accepted.withHeader(header, ""))),
                    operation.check(
                            "LNK-AUTH-04",
                            unauthorized(operation, "다른 키", "another key", accepted.withHeader(header, FOREIGN_KEY)),
                            unauthorized(
                                    operation,
                                    "마지막 글자가 다른 키",
                                    "a key that differs in its last character",
                                    accepted.withHeader(header, withOtherEnd(key)))),
                    operation.check(
                            "LNK-AUTH-05",
                            unauthorized(
                                    operation,
                                    "마지막 글자가 없는 키",
                                    "a key without its last character",
                                    accepted.withHeader(header, key.substring(0, key.length() - 1)))),
                    operation.check(
                            "LNK-AUTH-06",
                            unauthorized(
                                    operation,
                                    "한 글자가 더 붙은 키",
                                    "a key with one more character",
                                    accepted.withHeader(header, key + "0"))),
                    letterCase(operation, accepted, header, key),
                    operation.check(
                            "LNK-AUTH-08",
                            headerName(operation, accepted, header, key, header.toUpperCase(Locale.ROOT)),
                            headerName(operation, accepted, header, key, "apiKey"),
                            headerName(operation, accepted, header, key, "Apikey")),
                    operation.check(
                            "LNK-AUTH-09",
                            unauthorized(
                                    operation,
                                    "틀린 키와 틀린 본문",
                                    "a wrong key and a body that breaks the contract",
                                    accepted.withHeader(header, FOREIGN_KEY).withJson(body -> body.removeAll()))),
                    operation.check(
                            "LNK-AUTH-10",
                            operation.refused(
                                    new Text("쿼리로만 보낸 키", "the key in the query alone"),
                                    accepted.withoutHeader(header)
                                            .withPath(operation.path() + "?" + header + "=" + key),
                                    Expectation.refused())),
                    operation.check(
                            "LNK-AUTH-11",
                            operation.valid(
                                    new Text("앞뒤에 공백이 있는 올바른 키", "the right key with white space around it"),
                                    accepted.withHeader(header, " " + key + "\t"))),
                    operation.check(
                            "LNK-AUTH-12",
                            operation.refused(
                                    new Text("올바른 키와 다른 키를 함께", "the right key and another one"),
                                    accepted.withAddedHeader(header, FOREIGN_KEY),
                                    Expectation.refused())));
        });
    }

    private static Check letterCase(OperationContext operation, Request accepted, String header, String key) {
        String other =
                key.equals(key.toUpperCase(Locale.ROOT)) ? key.toLowerCase(Locale.ROOT) : key.toUpperCase(Locale.ROOT);
        return other.equals(key)
                ? operation.skipped("LNK-AUTH-07", new Text("키에 영문자가 없습니다.", "The key has no letters."))
                : operation.check(
                        "LNK-AUTH-07",
                        unauthorized(
                                operation,
                                "대소문자가 다른 키",
                                "the key in another letter case",
                                accepted.withHeader(header, other)));
    }

    private static Case headerName(
            OperationContext operation, Request accepted, String header, String key, String name) {
        return operation.valid(
                new Text("헤더 이름 " + name, "header name " + name),
                accepted.withoutHeader(header).withAddedHeader(name, key));
    }

    private static Case unauthorized(OperationContext operation, String ko, String en, Request request) {
        return operation.refused(new Text(ko, en), request, Expectation.status(401));
    }

    private static String withOtherEnd(String key) {
        return key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
    }
}
