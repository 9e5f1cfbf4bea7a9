package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Text;
import java.util.List;

/** HTTP: methods other than POST (RFC 9110 §9). */
final class HttpMethodFaults {
    private static final String POST = "POST";

    private HttpMethodFaults() {}

    static List<Fault> faults() {
        return List.of(
                serves("PUT", "LNK-HTTP-01"),
                serves("PATCH", "LNK-HTTP-01"),
                serves("OPTIONS", "LNK-HTTP-12"),
                serves("TRACE", "LNK-HTTP-12"),
                refuses("404", Response.error(ErrorResponse.NOT_FOUND)),
                refuses("400", Response.error(ErrorResponse.BAD_REQUEST)),
                refuses("501", Response.error(ErrorResponse.METHOD_NOT_ALLOWED).withStatus(501))
                        .alsoBlaming("LNK-ERR-08", "the document has no error with status 501"));
    }

    private static Fault serves(String method, String requirement) {
        return new Fault(
                "serves-" + method,
                requirement,
                new Text("POST로 처리하는 메서드: %s.", "%s is treated as POST.").with(method),
                Rewrite.accept(request -> request.method().equals(method) ? request.withMethod(POST) : request));
    }

    private static Fault refuses(String status, Response refusal) {
        return new Fault(
                "responds-" + status + "-to-other-methods",
                "LNK-HTTP-09",
                new Text("POST가 아닌 메서드를 %s로 거부한다.", "Methods other than POST are rejected with %s.").with(status),
                Rewrite.status(ErrorResponse.METHOD_NOT_ALLOWED.status(), response -> refusal));
    }
}
