package io.github.servicelinkage.stub.fault;

import static io.github.servicelinkage.stub.api.ServiceLinkageApi.API_KEY_HEADER;
import static io.github.servicelinkage.stub.api.ServiceLinkageApi.ROUTES;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Clause family D7: who may call. */
final class AuthFaults {
    private AuthFaults() {}

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Fault(
                        "accepts-empty-key",
                        "LNK-AUTH-03",
                        "An empty key is taken for the right one.",
                        acceptKey((sent, right) -> sent.isEmpty())),
                new Fault(
                        "accepts-any-key",
                        "LNK-AUTH-04",
                        "A key that has nothing in common with the right one is taken for it.",
                        acceptKey((sent, right) -> !sent.isEmpty()
                                && !right.startsWith(sent)
                                && !sent.startsWith(right)
                                && !sent.equalsIgnoreCase(right))),
                new Fault(
                        "accepts-key-with-other-last-character",
                        "LNK-AUTH-04",
                        "The last character of a key is not compared.",
                        acceptKey((sent, right) -> sent.length() == right.length()
                                && sent.regionMatches(0, right, 0, right.length() - 1))),
                new Fault(
                        "accepts-truncated-key",
                        "LNK-AUTH-05",
                        "A key is compared as far as the caller sent it.",
                        acceptKey((sent, right) -> !sent.isEmpty() && right.startsWith(sent))),
                new Fault(
                        "accepts-extended-key",
                        "LNK-AUTH-06",
                        "What follows the right key is not compared.",
                        acceptKey((sent, right) -> sent.startsWith(right))),
                new Fault(
                        "accepts-key-in-other-case",
                        "LNK-AUTH-07",
                        "Keys are compared without case.",
                        acceptKey((sent, right) -> sent.equalsIgnoreCase(right))),
                new Fault(
                        "knows-key-header-in-lower-case-only",
                        "LNK-AUTH-08",
                        "The name of the apikey header is compared with case.",
                        Rewrite.refuse(
                                request -> !hasHeaderInThisCase(request, API_KEY_HEADER), ErrorResponse.UNAUTHORIZED)),
                new Fault(
                        "judges-body-before-key",
                        "LNK-AUTH-09",
                        "A bad body is refused with 400 before the key is looked at.",
                        AuthFaults::judgeBodyFirst),
                new Fault(
                        "accepts-key-in-query",
                        "LNK-AUTH-10",
                        "The key may stand in the query.",
                        (next, setup) -> request -> Rewrite.mended(
                                next,
                                request,
                                (API_KEY_HEADER + "=" + setup.apiKey()).equals(request.query())
                                        ? request.withHeader(API_KEY_HEADER, setup.apiKey())
                                        : request)),
                new Fault(
                        "reads-first-of-two-keys",
                        "LNK-AUTH-12",
                        "Of two apikey headers the first counts.",
                        Rewrite.accept(request -> {
                            List<String> keys = request.headers().all(API_KEY_HEADER);
                            return keys.size() > 1 ? request.withHeader(API_KEY_HEADER, keys.get(0)) : request;
                        }))));
        for (Route<?, ?> route : ROUTES) {
            String operation = RequestMember.operation(route);
            faults.add(new Fault(
                            "refuses-right-key-on-" + operation,
                            "LNK-AUTH-01",
                            "The right key is refused on " + route.path() + ".",
                            Rewrite.on(route, Rewrite.refuse(request -> true, ErrorResponse.UNAUTHORIZED)))
                    .alsoBlaming("LNK-REQ-10", "the document's example leaves reqIdPlatform out, and is refused"));
            faults.add(new Fault(
                    "accepts-missing-key-on-" + operation,
                    "LNK-AUTH-02",
                    "A request without a key is answered on " + route.path() + ".",
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

    /** Takes for the right key what this rule says of the one key that was sent. */
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
