package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** AUTH: who may call. */
final class AuthChecks implements CheckFamily {
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final Pattern SCHEME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+( |,|$)");

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
                                    "틀린 키와 빈 객체",
                                    "a wrong key and an empty object",
                                    accepted.withHeader(header, FOREIGN_KEY).withJson(body -> body.removeAll()))),
                    query(operation, header, key),
                    operation.check(
                            "LNK-AUTH-11",
                            operation.valid(
                                    new Text("앞에 공백(SP)이 붙은 올바른 키", "the right key with a blank before it"),
                                    accepted.withHeader(header, " " + key)),
                            operation.valid(
                                    new Text("뒤에 탭(TAB)이 붙은 올바른 키", "the right key with a TAB after it"),
                                    accepted.withHeader(header, key + "\t"))),
                    operation.check(
                            "LNK-AUTH-12",
                            operation.refused(
                                    new Text("올바른 키와 다른 키를 함께", "the right key and another one"),
                                    accepted.withAddedHeader(header, FOREIGN_KEY),
                                    Expectation.refused()),
                            operation.refused(
                                    new Text("다른 키와 올바른 키를 함께", "another key and the right one"),
                                    accepted.withHeader(header, FOREIGN_KEY).withAddedHeader(header, key),
                                    Expectation.refused())),
                    challenge(operation),
                    challengeForm(operation),
                    new KeylessForms(operation).check("LNK-AUTH-15", header, FOREIGN_KEY));
        });
    }

    /** The access log of a target keeps a URL, so the key is only sent there where nobody else reads the log. */
    private static Check query(OperationContext operation, String header, String key) {
        if (!operation.plan().isLocal()) {
            return operation.skipped(
                    "LNK-AUTH-10",
                    new Text(
                            "키가 대상의 접근 로그에 남으므로 루프백 주소의 대상에만 보냅니다.",
                            "The key would stay in the access log of the target; it is sent to a loopback address only."));
        }
        return operation.check(
                "LNK-AUTH-10",
                operation.refused(
                        new Text("쿼리로만 보낸 키", "the key in the query alone"),
                        operation
                                .accepted()
                                .withoutHeader(header)
                                .withPath(operation.path() + "?" + header + "="
                                        + URLEncoder.encode(key, StandardCharsets.UTF_8)),
                        Expectation.refused()));
    }

    private static Check challenge(OperationContext operation) {
        return PassiveChecks.responses(
                "LNK-AUTH-13",
                operation,
                new Text("401에 WWW-Authenticate", "WWW-Authenticate in a 401"),
                response -> response.status() == 401,
                response -> Finding.holdsIf(
                        response.header(CHALLENGE).isPresent(),
                        () -> new Text("401에 WWW-Authenticate 없음", "a 401 has no WWW-Authenticate")));
    }

    private static Check challengeForm(OperationContext operation) {
        return PassiveChecks.responses(
                "LNK-AUTH-14",
                operation,
                new Text("인증 방식의 이름으로 시작하는 challenge", "a challenge that starts with the name of its scheme"),
                response ->
                        response.status() == 401 && response.header(CHALLENGE).isPresent(),
                response -> Finding.holdsIf(
                        response.header(CHALLENGE)
                                .filter(value -> SCHEME.matcher(value).lookingAt())
                                .isPresent(),
                        () -> new Text(
                                "WWW-Authenticate에 인증 방식이 없음", "WWW-Authenticate names no authentication scheme")));
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
