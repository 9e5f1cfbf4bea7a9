package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** HTTP: chunked requests and compressed responses. */
final class HttpCodingFaults {
    private HttpCodingFaults() {}

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "refuses-chunks",
                        "LNK-HTTP-10",
                        new Text("청크로 보낸 요청을 400으로 거부한다.", "A chunked request is rejected with 400."),
                        Rewrite.refuse(HttpCodingFaults::isChunked, ErrorResponse.BAD_REQUEST)),
                new Fault(
                        "reads-chunked-body-as-empty",
                        "LNK-HTTP-10",
                        new Text("청크로 보낸 본문을 빈 본문으로 읽는다.", "A chunked body is read as an empty one."),
                        (next, setup) ->
                                request -> next.handle(isChunked(request) ? request.withBody(Bytes.EMPTY) : request)),
                compresses(
                        "compresses-without-saying",
                        new Text(
                                "gzip을 요청받으면 압축하고 Content-Encoding을 빠뜨린다.",
                                "When asked for gzip, the response is compressed and does not say so."),
                        response -> Gzip.applied(response).withoutHeader(Gzip.CONTENT_ENCODING)),
                compresses(
                        "truncates-compressed-responses",
                        new Text(
                                "gzip을 요청받으면 압축한 응답의 뒤쪽 절반을 빠뜨린다.",
                                "When asked for gzip, the second half of the compressed response is missing."),
                        HttpCodingFaults::halved));
    }

    private static Fault compresses(String name, Text description, UnaryOperator<Response> change) {
        return new Fault(
                name,
                "LNK-HTTP-11",
                description,
                Rewrite.response((request, response) -> Gzip.isWelcome(request) ? change.apply(response) : response));
    }

    private static Response halved(Response response) {
        Response whole = Gzip.applied(response);
        byte[] bytes = whole.body().array();
        return whole.withBody(Bytes.of(Arrays.copyOf(bytes, bytes.length / 2)));
    }

    private static boolean isChunked(Request request) {
        return request.headers().contains("Transfer-Encoding");
    }
}
