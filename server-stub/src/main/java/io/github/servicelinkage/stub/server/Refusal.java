package io.github.servicelinkage.stub.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.contract.ContractJson;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Response;

/** Why a request is not even read to its end, and the response to it; the connection is closed afterwards. */
enum Refusal {
    /** It is not HTTP/1.1 (RFC 9112). */
    MALFORMED(Response.error(ErrorResponse.BAD_REQUEST)),
    /** It did not arrive in time. */
    TOO_LATE(Response.error(ErrorResponse.REQUEST_TIMEOUT)),
    /** It announces a body beyond the limit, and waits to be told to send it (RFC 9110 §10.1.1). */
    TOO_LARGE(beyondTheContract(413, "Content Too Large")),
    /** It has a transfer coding other than chunked (RFC 9112 §6.1). */
    CODED(beyondTheContract(501, "Not Implemented")),
    /** There is no memory left for its body. */
    NO_MEMORY(Response.error(ErrorResponse.SERVICE_UNAVAILABLE)),
    /** It is of another version of HTTP (RFC 9110 §15.6.6). */
    OTHER_VERSION(Response.error(ErrorResponse.HTTP_VERSION_NOT_SUPPORTED));

    private final Response response;

    Refusal(Response response) {
        this.response = response.withHeader("Connection", "close");
    }

    Response response() {
        return response;
    }

    /** HTTP requires it, and the contract lists none of this status: in the platform's envelope all the same. */
    private static Response beyondTheContract(int status, String message) {
        Response bad = Response.error(ErrorResponse.BAD_REQUEST);
        ObjectNode envelope = ContractJson.read(ObjectNode.class, bad.body().array());
        return bad.withStatus(status)
                .withBody(
                        Bytes.of(ContractJson.write(envelope.put("code", status).put("message", message))));
    }
}
