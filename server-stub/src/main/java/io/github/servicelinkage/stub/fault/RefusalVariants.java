package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Headers;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Gateways that reject in another documented way, or accept what may be accepted or rejected. */
final class RefusalVariants {
    private static final Bytes BOM = Bytes.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    private static final int BIG = JsonFaults.BIG;

    private RefusalVariants() {}

    static List<Variant> variants() {
        return List.of(
                new Variant(
                        "words-errors-in-Korean",
                        new Text(
                                "오류의 message와 description이 한국어이다.",
                                "Messages and descriptions of errors are in Korean."),
                        Rewrite.errorJson(
                                error -> error.put("message", "요청을 처리할 수 없습니다").put("description", "규격을 확인하십시오"))),
                new Variant(
                        "omits-descriptions",
                        new Text("오류에 description이 없다.", "Errors have no description."),
                        Rewrite.errorJson(Json.without("description"))),
                new Variant(
                        "names-a-company-in-errors",
                        new Text("오류의 출처가 증권사이다.", "The category of errors is a securities company."),
                        Rewrite.errorJson(error -> error.put("category", "cyber"))),
                instead(
                        "answers-400-to-missing-item",
                        new Text(
                                "필수 항목이 빠진 요청을 3003이 아니라 일반적인 잘못된 요청으로 거부한다.",
                                "A missing item is rejected like any bad request, not with 3003."),
                        400,
                        ErrorResponse.BAD_REQUEST),
                instead(
                        "answers-3003-to-every-bad-request",
                        new Text("모든 잘못된 요청을 3003으로 거부한다.", "Every bad request is rejected with 3003."),
                        400,
                        ErrorResponse.REQUIRED_ITEM_MISSING),
                instead(
                        "answers-2001-to-wrong-key",
                        new Text("잘못된 키를 인증 서버가 거부한다.", "A wrong key is rejected by the authentication server."),
                        401,
                        ErrorResponse.AUTHENTICATION_FAILED),
                instead(
                        "answers-400-to-other-media-types",
                        new Text("다른 미디어 타입을 400으로 거부한다.", "Another media type is rejected with 400."),
                        415,
                        ErrorResponse.BAD_REQUEST),
                new Variant(
                        "challenges-for-key",
                        new Text("401에 인증 방법이 있다.", "A 401 says how to authenticate."),
                        Rewrite.status(
                                401, response -> response.withHeader("WWW-Authenticate", "Key realm=\"gateway\""))),
                new Variant(
                        "answers-3007-to-unknown-person",
                        new Text(
                                "모르는 사람의 계좌 조회에 500/3007로 응답한다.",
                                "The response to an account look-up of an unknown person is 500/3007."),
                        (next, setup) -> request -> {
                            Response response = next.handle(request);
                            return response.status() == 200
                                            && Rewrite.isFor(RequestMember.CONSENT, request)
                                            && !BizFaults.isMember(next, request)
                                    ? Response.error(ErrorResponse.USER_NOT_FOUND)
                                    : response;
                        }),
                answers(
                                "answers-3011-to-unparsable-JSON",
                                new Text(
                                        "파싱할 수 없는 본문에 500/3011로 응답한다.",
                                        "The response to an unparsable body is 500/3011."),
                                (request, response) -> response.status() == 400 && isUnparsable(request),
                                ErrorResponse.JSON_PARSING_ERROR)
                        .warnedOf("LNK-ERR-06", "LNK-JSON-09"),
                answers(
                        "answers-406-to-other-Accept",
                        new Text(
                                "JSON을 허용하지 않는 Accept에 406으로 응답한다.", "A request that does not accept JSON gets a 406."),
                        (request, response) -> accepts(request, "application/xml"),
                        ErrorResponse.NOT_ACCEPTABLE),
                new Variant(
                        "answers-417-to-expectation",
                        new Text("Expect 헤더를 417로 거부한다.", "An Expect header is rejected with 417."),
                        (next, setup) -> request -> {
                            Response response = next.handle(request);
                            return request.headers().contains("Expect")
                                    ? Response.error(ErrorResponse.BAD_REQUEST).withStatus(417)
                                    : response;
                        }),
                new Variant(
                                "refuses-large-bodies-in-HTML",
                                new Text(
                                        "앞단이 큰 본문을 413과 자체 페이지로 거부한다.",
                                        "A gateway in front rejects large bodies with 413 and a page of its own."),
                                (next, setup) -> request -> request.body().length() >= BIG
                                        ? new Response(
                                                413,
                                                Headers.NONE.with("Content-Type", "text/html"),
                                                Bytes.of("<html><h1>413 Request Entity Too Large</h1></html>"))
                                        : next.handle(request))
                        .warnedOf("LNK-PRIV-05"),
                new Variant(
                        "accepts-BOM",
                        new Text("본문 앞의 BOM을 무시한다.", "A byte order mark in front of a body is ignored."),
                        Rewrite.accept(request -> startsWithBom(request.body())
                                ? request.withBody(request.body().from(BOM.length()))
                                : request)),
                new Variant(
                        "accepts-repeated-members",
                        new Text("같은 항목이 두 번 있으면 마지막 값을 사용한다.", "Of a duplicate member the last one is used."),
                        Rewrite.accept(request -> Json.lastOfRepeated(request.body())
                                .map(request::withBody)
                                .orElse(request))),
                new Variant(
                        "accepts-trailing-slash",
                        new Text("경로 끝의 슬래시를 수락한다.", "A trailing slash is accepted."),
                        Rewrite.accept(
                                request -> request.withPath(request.path().replaceFirst("/$", "")))),
                refuses(
                        "refuses-trailing-slash-with-400",
                        new Text("경로 끝의 슬래시를 400으로 거부한다.", "A trailing slash is rejected with 400."),
                        request -> request.path().endsWith("/")),
                refuses(
                        "refuses-BOM",
                        new Text("BOM을 400으로 거부한다.", "A byte order mark is rejected with 400."),
                        request -> startsWithBom(request.body())),
                refuses(
                        "refuses-large-bodies",
                        new Text(
                                "0.5MiB 이상인 본문을 400으로 거부한다.",
                                "A body of half a mebibyte or more is rejected with 400."),
                        request -> request.body().length() >= BIG),
                new Variant(
                        "answers-OPTIONS-and-HEAD",
                        new Text("OPTIONS에 204로, HEAD에 200으로 응답한다.", "The response to OPTIONS is 204, to HEAD 200."),
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
                        new Text("405의 Allow에 POST와 OPTIONS가 있다.", "A 405 allows OPTIONS as well as POST."),
                        Rewrite.status(405, response -> response.withHeader("Allow", "OPTIONS, POST"))));
    }

    private static Variant instead(String name, Text description, int status, ErrorResponse error) {
        return new Variant(name, description, Rewrite.status(status, response -> Response.error(error)));
    }

    private static Variant answers(
            String name, Text description, BiPredicate<Request, Response> which, ErrorResponse error) {
        return new Variant(
                name,
                description,
                Rewrite.response(
                        (request, response) -> which.test(request, response) ? Response.error(error) : response));
    }

    private static Variant refuses(String name, Text description, Predicate<Request> which) {
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
