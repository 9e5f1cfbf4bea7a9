package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Clause family D7, and RFC 9110: methods, paths, connections and negotiation. */
final class HttpFaults {
    private HttpFaults() {}

    static List<Fault> faults() {
        return List.of(
                answersMethod("PUT"),
                answersMethod("PATCH"),
                new Fault(
                        "does-not-look-at-method",
                        "LNK-HTTP-01",
                        "Every method is treated as POST, so a GET without a body is refused with 400.",
                        (next, setup) -> request -> next.handle(request.withMethod("POST"))),
                new Fault(
                        "answers-404-to-DELETE",
                        "LNK-HTTP-01",
                        "A DELETE is answered with 404 in the platform's envelope.",
                        Rewrite.fail(request -> request.method().equals("DELETE"), ErrorResponse.NOT_FOUND)),
                new Fault(
                        "answers-405-without-Allow",
                        "LNK-HTTP-02",
                        "A 405 has no Allow header.",
                        Rewrite.status(405, response -> response.withoutHeader("Allow"))),
                new Fault(
                        "answers-405-with-other-Allow",
                        "LNK-HTTP-02",
                        "A 405 allows GET and HEAD, but not POST.",
                        Rewrite.status(405, response -> response.withHeader("Allow", "GET, HEAD"))),
                new Fault(
                        "compares-beginning-of-path",
                        "LNK-HTTP-03",
                        "Whatever begins with the path of an operation is taken for it.",
                        Rewrite.accept(request -> routed(request)
                                .map(route -> request.withPath(ServiceLinkageApi.BASE_PATH + route.path()))
                                .orElse(request))),
                new Fault(
                        "answers-400-to-unknown-paths",
                        "LNK-HTTP-03",
                        "An unknown path is refused with 400/3002 in place of 404.",
                        Rewrite.response((request, response) ->
                                response.status() == 404 && !request.path().endsWith("/")
                                        ? Response.error(ErrorResponse.UNKNOWN_API_URL)
                                        : response)),
                new Fault(
                        "fails-on-trailing-slash",
                        "LNK-HTTP-04",
                        "A path with a slash at its end is answered with 500.",
                        Rewrite.fail(request -> request.path().endsWith("/"), ErrorResponse.INTERNAL_SERVER_ERROR)),
                new Fault(
                        "closes-every-connection",
                        "LNK-HTTP-05",
                        "Each response ends its connection.",
                        Rewrite.response((request, response) -> response.withHeader("Connection", "close"))),
                new Fault(
                        "refuses-expectation",
                        "LNK-HTTP-06",
                        "A request with Expect: 100-continue is refused with 400.",
                        Rewrite.refuse(request -> request.headers().contains("Expect"), ErrorResponse.BAD_REQUEST)),
                refusesAccept("refuses-Accept-any", "*/* alone", "*/*"::equals),
                refusesAccept("refuses-Accept-json", "application/json alone", "application/json"::equals),
                refusesAccept("refuses-Accept-list", "a list of types", accept -> accept.contains(",")),
                new Fault(
                        "answers-400-to-other-Accept",
                        "LNK-HTTP-08",
                        "A request that accepts XML alone is refused with 400.",
                        accepting("application/xml"::equals, ErrorResponse.BAD_REQUEST)),
                new Fault(
                        "answers-404-to-other-Accept",
                        "LNK-HTTP-08",
                        "A request that accepts XML alone is refused with 404.",
                        accepting("application/xml"::equals, ErrorResponse.NOT_FOUND)));
    }

    private static Fault answersMethod(String method) {
        return new Fault(
                "answers-" + method,
                "LNK-HTTP-01",
                method + " is treated as POST.",
                (next, setup) ->
                        request -> next.handle(request.method().equals(method) ? request.withMethod("POST") : request));
    }

    private static Fault refusesAccept(String name, String what, Predicate<String> which) {
        return new Fault(
                name,
                "LNK-HTTP-07",
                "A request that accepts %s is refused with 406.".formatted(what),
                accepting(which, ErrorResponse.NOT_ACCEPTABLE));
    }

    private static Interceptor accepting(Predicate<String> which, ErrorResponse error) {
        return Rewrite.refuse(
                request -> request.headers().contains("Accept")
                        && which.test(request.headers().get("Accept")),
                error);
    }

    private static Optional<Route<?, ?>> routed(Request request) {
        return ServiceLinkageApi.ROUTES.stream()
                .filter(route -> request.path().startsWith(ServiceLinkageApi.BASE_PATH + route.path()))
                .findFirst();
    }
}
