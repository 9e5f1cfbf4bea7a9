package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Gateways that refuse in another documented way, or take what may be taken or refused. */
final class RefusalVariants {
    private static final Bytes BOM = Bytes.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    private static final int BIG = 1 << 19;

    private RefusalVariants() {}

    static List<Variant> variants() {
        return List.of(
                new Variant(
                        "words-errors-in-Korean",
                        "Messages and descriptions of errors are in Korean.",
                        Rewrite.errorJson(
                                error -> error.put("message", "요청을 처리할 수 없습니다").put("description", "규격을 확인하십시오"))),
                new Variant(
                        "omits-descriptions",
                        "Errors have no description.",
                        Rewrite.errorJson(Json.without("description"))),
                new Variant(
                        "names-a-company-in-errors",
                        "Errors come from a securities company.",
                        Rewrite.errorJson(error -> error.put("category", "cyber"))),
                instead(
                        "answers-400-to-missing-item",
                        "A missing item is refused as any bad request, not with 3003.",
                        400,
                        ErrorResponse.BAD_REQUEST),
                instead(
                        "answers-3003-to-every-bad-request",
                        "Every bad request is refused with 3003.",
                        400,
                        ErrorResponse.REQUIRED_ITEM_MISSING),
                instead(
                        "answers-2001-to-wrong-key",
                        "A wrong key is refused by the authentication server.",
                        401,
                        ErrorResponse.AUTHENTICATION_FAILED),
                instead(
                        "answers-400-to-other-media-types",
                        "Another media type is refused with 400.",
                        415,
                        ErrorResponse.BAD_REQUEST),
                new Variant(
                        "challenges-for-key",
                        "A 401 says how to authenticate.",
                        Rewrite.status(
                                401, response -> response.withHeader("WWW-Authenticate", "Key realm=\"gateway\""))),
                new Variant(
                        "answers-3007-to-unknown-person",
                        "The account look-up of somebody unknown is answered with 500/3007.",
                        (next, setup) -> request -> {
                            Response response = next.handle(request);
                            return response.status() == 200
                                            && request.path().endsWith(RequestMember.CONSENT.path())
                                            && !BizFaults.isMember(next, request)
                                    ? Response.error(ErrorResponse.USER_NOT_FOUND)
                                    : response;
                        }),
                answers(
                        "answers-3011-to-unparsable-JSON",
                        "What cannot be parsed is answered with 500/3011.",
                        (request, response) -> response.status() == 400 && isUnparsable(request),
                        ErrorResponse.JSON_PARSING_ERROR),
                answers(
                        "answers-406-to-other-Accept",
                        "Whoever accepts no JSON gets a 406.",
                        (request, response) -> accepts(request, "application/xml"),
                        ErrorResponse.NOT_ACCEPTABLE),
                new Variant(
                        "answers-417-to-expectation",
                        "An Expect header is refused with 417.",
                        (next, setup) -> request -> {
                            Response response = next.handle(request);
                            return request.headers().contains("Expect")
                                    ? Response.error(ErrorResponse.BAD_REQUEST).withStatus(417)
                                    : response;
                        }),
                new Variant(
                        "refuses-large-bodies-in-HTML",
                        "A front refuses large bodies with 413 and a page of its own.",
                        (next, setup) -> request -> request.body().length() >= BIG
                                ? new Response(
                                        413,
                                        Headers.NONE.with("Content-Type", "text/html"),
                                        Bytes.of("<html><h1>413 Request Entity Too Large</h1></html>"))
                                : next.handle(request)),
                new Variant(
                        "accepts-BOM",
                        "A byte order mark in front of a body is passed over.",
                        Rewrite.accept(request -> startsWithBom(request.body())
                                ? request.withBody(request.body().from(BOM.length()))
                                : request)),
                new Variant(
                        "accepts-repeated-members",
                        "Of a member that is there twice the last counts.",
                        Rewrite.accept(request -> Json.lastOfRepeated(request.body())
                                .map(request::withBody)
                                .orElse(request))),
                new Variant(
                        "accepts-trailing-slash",
                        "A slash may follow the path.",
                        Rewrite.accept(
                                request -> request.withPath(request.path().replaceFirst("/$", "")))),
                refuses(
                        "refuses-trailing-slash-with-400",
                        "A slash behind the path is refused with 400.",
                        request -> request.path().endsWith("/")),
                refuses(
                        "refuses-BOM",
                        "A byte order mark is refused with 400.",
                        request -> startsWithBom(request.body())),
                refuses(
                        "refuses-large-bodies",
                        "A body of half a mebibyte or more is refused with 400.",
                        request -> request.body().length() >= BIG),
                new Variant(
                        "answers-OPTIONS-and-HEAD",
                        "OPTIONS is answered with 204, and HEAD with 200.",
                        (next, setup) -> request -> switch (request.method()) {
                            case "OPTIONS" ->
                                next.handle(request)
                                        .withStatus(204)
                                        .withHeader("Allow", "POST, OPTIONS")
                                        .withBody(Bytes.EMPTY);
                            case "HEAD" -> next.handle(request).withStatus(200).withBody(Bytes.EMPTY);
                            default -> next.handle(request);
                        }),
                new Variant(
                        "allows-more-methods",
                        "A 405 allows OPTIONS besides POST.",
                        Rewrite.status(405, response -> response.withHeader("Allow", "OPTIONS, POST"))));
    }

    private static Variant instead(String name, String description, int status, ErrorResponse error) {
        return new Variant(name, description, Rewrite.status(status, response -> Response.error(error)));
    }

    private static Variant answers(
            String name, String description, BiPredicate<Request, Response> which, ErrorResponse error) {
        return new Variant(
                name,
                description,
                Rewrite.response(
                        (request, response) -> which.test(request, response) ? Response.error(error) : response));
    }

    private static Variant refuses(String name, String description, Predicate<Request> which) {
        return new Variant(name, description, Rewrite.fail(which, ErrorResponse.BAD_REQUEST));
    }

    private static boolean accepts(Request request, String type) {
        return type.equals(request.headers().get("Accept"));
    }

    private static boolean isUnparsable(Request request) {
        return Json.object(request.body()).isEmpty() && !Json.isValue(request.body());
    }

    private static boolean startsWithBom(Bytes body) {
        return body.startsWith(BOM);
    }
}
