package io.github.servicelinkage.stub.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.contract.Routes;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Gateways whose front end reads paths in its own way, compresses, sets cookies, or writes its own errors. */
final class FrontVariants {
    private FrontVariants() {}

    static List<Variant> variants() {
        return List.of(
                path(
                        "takes-doubled-slashes",
                        new Text("겹친 슬래시를 하나로 본다.", "Doubled slashes in a path count as one."),
                        AuthBypassFaults::withSingleSlashes),
                path(
                        "takes-paths-in-any-case",
                        new Text("경로의 대소문자를 구분하지 않는다.", "Paths are compared without case."),
                        AuthBypassFaults::inLowerCase),
                new Variant(
                        "redirects-trailing-slash",
                        new Text(
                                "슬래시로 끝나는 경로를 307로 슬래시 없는 경로에 보낸다.",
                                "A trailing slash is redirected with 307 to the path without it."),
                        FrontVariants::redirect),
                new Variant(
                        "omits-code-in-401",
                        new Text("401에 code가 없다.", "A 401 has no code."),
                        Rewrite.status(
                                401,
                                response -> response.withBody(Json.changed(response.body(), Json.without("code"))))),
                new Variant(
                        "compresses-when-asked",
                        new Text("gzip을 요청받으면 응답을 압축한다.", "Responses are compressed when gzip is asked for."),
                        Rewrite.response(
                                (request, response) -> Gzip.isWelcome(request) ? Gzip.applied(response) : response)),
                new Variant(
                        "compresses-always",
                        new Text("요청받지 않아도 응답을 압축한다.", "Responses are compressed, asked for or not."),
                        Rewrite.response((request, response) -> Gzip.applied(response))),
                new Variant(
                        "sets-cookies",
                        new Text(
                                "응답마다 다른 세션 쿠키를 보내고, 받은 쿠키는 보지 않는다.",
                                "Every response sets another session cookie; cookies that come back are ignored."),
                        (next, setup) -> {
                            AtomicInteger count = new AtomicInteger();
                            return request -> next.handle(request)
                                    .withHeader("Set-Cookie", "session=" + count.incrementAndGet() + "; Path=/");
                        }),
                new Variant(
                        "names-endpoint-hosts-with-underscore",
                        new Text("endpoint의 호스트 이름에 밑줄이 있다.", "The host name of an endpoint has an underscore."),
                        Rewrite.successJson(response -> response.path("vtAccList")
                                .forEach(account -> Json.text(
                                                "endpoint",
                                                endpoint -> endpoint.replaceFirst(
                                                        "https://[^/]+", "https://api_gateway.example"))
                                        .accept((ObjectNode) account)))));
    }

    private static Variant path(String name, Text description, UnaryOperator<String> read) {
        return new Variant(
                name,
                description,
                (next, setup) -> request -> next.handle(request.withPath(read.apply(request.path()))));
    }

    private static Handler redirect(Handler next, Interceptor.Setup setup) {
        return request -> {
            String path = request.path().replaceFirst("/$", "");
            return path.equals(request.path()) || Routes.of(path).isEmpty()
                    ? next.handle(request)
                    : Response.error(ErrorResponse.NOT_FOUND)
                            .withStatus(307)
                            .withHeader("Location", path)
                            .withoutHeader("Content-Type")
                            .withBody(Bytes.EMPTY);
        };
    }
}
