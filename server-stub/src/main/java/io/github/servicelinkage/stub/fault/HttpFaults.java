package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.contract.Routes;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** HTTP: paths, connections and content negotiation (RFC 9110). */
final class HttpFaults {
    private HttpFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "answers-405-without-Allow",
                        "LNK-HTTP-02",
                        new Text("405에 Allow 헤더가 없다.", "A 405 has no Allow header."),
                        Rewrite.status(405, response -> response.withoutHeader("Allow"))),
                new Fault(
                        "answers-405-with-other-Allow",
                        "LNK-HTTP-02",
                        new Text("405의 Allow에 POST 없이 GET과 HEAD가 있다.", "A 405 allows GET and HEAD, but not POST."),
                        Rewrite.status(405, response -> response.withHeader("Allow", "GET, HEAD"))),
                new Fault(
                        "compares-beginning-of-path",
                        "LNK-HTTP-03",
                        new Text(
                                "오퍼레이션의 경로로 시작하는 모든 경로를 그 오퍼레이션으로 처리한다.",
                                "Any path that begins with the path of an operation is treated as that operation."),
                        Rewrite.accept(request -> routed(request)
                                .map(route -> request.withPath(Routes.path(route)))
                                .orElse(request))),
                new Fault(
                        "answers-400-to-unknown-paths",
                        "LNK-HTTP-03",
                        new Text(
                                "모르는 경로를 404 대신 400/3002로 거부한다.",
                                "An unknown path is rejected with 400/3002 instead of 404."),
                        Rewrite.response((request, response) ->
                                response.status() == 404 && !request.path().endsWith("/")
                                        ? Response.error(ErrorResponse.UNKNOWN_API_URL)
                                        : response)),
                new Fault(
                        "fails-on-trailing-slash",
                        "LNK-HTTP-04",
                        new Text("슬래시로 끝나는 경로에 500으로 응답한다.", "The response to a path with a trailing slash is 500."),
                        Rewrite.fail(request -> request.path().endsWith("/"), ErrorResponse.INTERNAL_SERVER_ERROR)),
                new Fault(
                        "closes-every-connection",
                        "LNK-HTTP-05",
                        new Text("응답할 때마다 연결을 닫는다.", "Each response closes its connection."),
                        Rewrite.response((request, response) -> response.withHeader("Connection", "close"))),
                new Fault(
                        "refuses-expectation",
                        "LNK-HTTP-06",
                        new Text(
                                "Expect: 100-continue가 있는 요청을 400으로 거부한다.",
                                "A request with Expect: 100-continue is rejected with 400."),
                        Rewrite.refuse(request -> request.headers().contains("Expect"), ErrorResponse.BAD_REQUEST)),
                refusesAccept("refuses-Accept-any", new Text("*/* 하나", "*/* only"), "*/*"::equals),
                refusesAccept(
                        "refuses-Accept-json",
                        new Text("application/json 하나", "application/json only"),
                        "application/json"::equals),
                refusesAccept(
                        "refuses-Accept-list",
                        new Text("여러 타입의 목록", "a list of types"),
                        accept -> accept.contains(",")),
                new Fault(
                        "answers-400-to-other-Accept",
                        "LNK-HTTP-08",
                        new Text(
                                "XML만 허용하는 Accept를 400으로 거부한다.",
                                "A request that accepts XML only is rejected with 400."),
                        accepting("application/xml"::equals, ErrorResponse.BAD_REQUEST)),
                new Fault(
                        "answers-404-to-other-Accept",
                        "LNK-HTTP-08",
                        new Text(
                                "XML만 허용하는 Accept를 404로 거부한다.",
                                "A request that accepts XML only is rejected with 404."),
                        accepting("application/xml"::equals, ErrorResponse.NOT_FOUND)));
    }

    private static Fault refusesAccept(String name, Text what, Predicate<String> which) {
        return new Fault(
                name,
                "LNK-HTTP-07",
                new Text("406으로 거부하는 Accept: %s.", "A request that accepts %s is rejected with 406.").with(what),
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
                .filter(route -> request.path().startsWith(Routes.path(route)))
                .findFirst();
    }
}
