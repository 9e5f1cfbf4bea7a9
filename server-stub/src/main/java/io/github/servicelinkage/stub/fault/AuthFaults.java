package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;
import static io.github.servicelinkage.stub.api.ServiceLinkageApi.ROUTES;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** AUTH: the API key. */
final class AuthFaults {
    private static final String CHALLENGE = "WWW-Authenticate";

    private AuthFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault(
                        "accepts-empty-key",
                        "LNK-AUTH-03",
                        new Text("빈 키를 수락한다.", "An empty key is accepted."),
                        acceptKey((sent, right) -> sent.isEmpty())),
                new Fault(
                        "accepts-any-key",
                        "LNK-AUTH-04",
                        new Text(
                                "올바른 키와 전혀 다른 키를 수락한다.",
                                "A key that has nothing in common with the right one is accepted."),
                        acceptKey((sent, right) -> !sent.isEmpty()
                                && !right.startsWith(sent)
                                && !sent.startsWith(right)
                                && !sent.equalsIgnoreCase(right))),
                new Fault(
                        "accepts-key-with-other-last-character",
                        "LNK-AUTH-04",
                        new Text("키의 마지막 글자를 비교하지 않는다.", "The last character of a key is not compared."),
                        acceptKey((sent, right) -> sent.length() == right.length()
                                && sent.regionMatches(0, right, 0, right.length() - 1))),
                new Fault(
                        "accepts-truncated-key",
                        "LNK-AUTH-05",
                        new Text("보낸 길이까지만 키를 비교한다.", "A key is compared only up to the length that was sent."),
                        acceptKey((sent, right) -> !sent.isEmpty() && right.startsWith(sent))),
                new Fault(
                        "accepts-extended-key",
                        "LNK-AUTH-06",
                        new Text("올바른 키 뒤에 붙은 글자를 비교하지 않는다.", "What follows the right key is not compared."),
                        acceptKey((sent, right) -> sent.startsWith(right))),
                new Fault(
                        "accepts-key-in-other-case",
                        "LNK-AUTH-07",
                        new Text("키의 대소문자를 구분하지 않는다.", "Keys are compared without case."),
                        acceptKey((sent, right) -> sent.equalsIgnoreCase(right))),
                new Fault(
                        "knows-key-header-in-lower-case-only",
                        "LNK-AUTH-08",
                        new Text("apikey 헤더 이름의 대소문자를 구분한다.", "The name of the apikey header is compared with case."),
                        Rewrite.refuse(
                                request -> !hasHeaderInThisCase(request, API_KEY_HEADER), ErrorResponse.UNAUTHORIZED)),
                new Fault(
                        "judges-body-before-key",
                        "LNK-AUTH-09",
                        new Text(
                                "키를 확인하기 전에 잘못된 본문을 400으로 거부한다.",
                                "A bad body is rejected with 400 before the key is checked."),
                        AuthFaults::judgeBodyFirst),
                new Fault(
                        "accepts-key-in-query",
                        "LNK-AUTH-10",
                        new Text("쿼리에 있는 키를 수락한다.", "A key in the query is accepted."),
                        (next, setup) -> request -> Rewrite.mended(
                                next,
                                request,
                                (API_KEY_HEADER + "=" + setup.apiKey()).equals(request.query())
                                        ? request.withHeader(API_KEY_HEADER, setup.apiKey())
                                        : request)),
                new Fault(
                        "reads-first-of-two-keys",
                        "LNK-AUTH-12",
                        new Text("apikey 헤더가 두 개이면 첫 번째를 사용한다.", "Of two apikey headers the first one is used."),
                        Rewrite.accept(request -> {
                            List<String> keys = request.headers().all(API_KEY_HEADER);
                            return keys.size() > 1 ? request.withHeader(API_KEY_HEADER, keys.get(0)) : request;
                        })),
                new Fault(
                        "reads-last-of-two-keys",
                        "LNK-AUTH-12",
                        new Text("apikey 헤더가 두 개이면 마지막을 사용한다.", "Of two apikey headers the last one is used."),
                        Rewrite.accept(request -> {
                            List<String> keys = request.headers().all(API_KEY_HEADER);
                            return keys.size() > 1
                                    ? request.withHeader(API_KEY_HEADER, keys.get(keys.size() - 1))
                                    : request;
                        })),
                new Fault(
                        "searches-all-keys",
                        "LNK-AUTH-12",
                        new Text(
                                "apikey 헤더가 여럿이면 그 가운데 올바른 키를 찾는다.",
                                "Of several apikey headers the right one is searched for."),
                        (next, setup) -> request -> {
                            List<String> keys = request.headers().all(API_KEY_HEADER);
                            boolean found = keys.size() > 1 && keys.contains(setup.apiKey());
                            return Rewrite.mended(
                                    next,
                                    request,
                                    found ? request.withHeader(API_KEY_HEADER, setup.apiKey()) : request);
                        }),
                new Fault(
                        "sends-no-challenge",
                        "LNK-AUTH-13",
                        new Text("401에 WWW-Authenticate가 없다.", "A 401 has no WWW-Authenticate."),
                        Rewrite.status(401, response -> response.withoutHeader(CHALLENGE))),
                challenges("sends-empty-challenge", new Text("비어 있다", "is empty"), ""),
                challenges(
                        "sends-quoted-challenge",
                        new Text("따옴표 안의 이름뿐이다", "is a name in quotes"),
                        "\"service-linkage\""),
                challenges(
                        "sends-challenge-without-scheme",
                        new Text("인증 방식 없이 realm으로 시작한다", "begins with the realm, without a scheme"),
                        "realm=\"service-linkage\"")));
        for (Route<?, ?> route : ROUTES) {
            String operation = RequestMember.operation(route);
            faults.add(new Fault(
                    "refuses-right-key-on-" + operation,
                    "LNK-AUTH-01",
                    new Text("올바른 키를 %s에서 거부한다.", "The right key is rejected on %s.").with(route.path()),
                    Rewrite.on(route, Rewrite.refuse(request -> true, ErrorResponse.UNAUTHORIZED))));
            faults.add(new Fault(
                    "accepts-missing-key-on-" + operation,
                    "LNK-AUTH-02",
                    new Text("키 없는 요청을 %s에서 수락한다.", "A request without a key is accepted on %s.").with(route.path()),
                    Rewrite.on(
                            route,
                            (next, setup) -> request -> Rewrite.mended(
                                    next,
                                    request,
                                    request.headers().contains(API_KEY_HEADER) || request.query() != null
                                            ? request
                                            : request.withHeader(API_KEY_HEADER, setup.apiKey())))));
        }
        return faults;
    }

    private static Fault challenges(String name, Text how, String value) {
        return new Fault(
                name,
                "LNK-AUTH-14",
                new Text("401의 WWW-Authenticate가 %s.", "The WWW-Authenticate of a 401 %s.").with(how),
                Rewrite.status(401, response -> response.withHeader(CHALLENGE, value)));
    }

    /** Accepts the key of a request if this rule holds for it and the right one. */
    private static Interceptor acceptKey(BiPredicate<String, String> sentAndRight) {
        return (next, setup) -> request -> {
            List<String> keys = request.headers().all(API_KEY_HEADER);
            boolean taken = keys.size() == 1 && sentAndRight.test(keys.get(0), setup.apiKey());
            return Rewrite.mended(next, request, taken ? request.withHeader(API_KEY_HEADER, setup.apiKey()) : request);
        };
    }

    private static boolean hasHeaderInThisCase(Request request, String name) {
        Set<String> names = new HashSet<>();
        request.headers().forEach((each, value) -> names.add(each));
        return names.contains(name);
    }

    private static Handler judgeBodyFirst(Handler next, Interceptor.Setup setup) {
        return request -> {
            Response response = next.handle(request);
            if (response.status() != ErrorResponse.UNAUTHORIZED.status()) {
                return response;
            }
            Request withKey = request.withHeader(API_KEY_HEADER, setup.apiKey());
            Response body = next.handle(withKey);
            return body.status() == ErrorResponse.BAD_REQUEST.status() ? body : response;
        };
    }
}
