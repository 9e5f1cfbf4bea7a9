package io.github.servicelinkage.stub.exchange;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.contract.ContractResponse;

/**
 * A response about to be sent. {@code Content-Length} follows from the body unless a header field of that name is given.
 *
 * @param status HTTP status
 * @param headers header fields
 * @param body the bytes of the body
 * @param delivery how the response is sent over the connection
 */
public record Response(int status, Headers headers, Bytes body, Delivery delivery) {

    /** A response that is delivered normally. */
    public Response(int status, Headers headers, Bytes body) {
        this(status, headers, body, new Delivery.Normal());
    }

    /** A response of the contract. */
    public static Response of(ContractResponse response) {
        return new Response(response.status(), Headers.of(response.headers()), Bytes.of(response.body()));
    }

    /** One of the contract's error responses. */
    public static Response error(ErrorResponse error) {
        return error(error, "");
    }

    /** One of the contract's error responses; the description, empty for none, says what is wrong without personal data. */
    public static Response error(ErrorResponse error, String description) {
        return of(ContractResponse.error(error, description));
    }

    /** The same response with another status. */
    public Response withStatus(int status) {
        return new Response(status, headers, body, delivery);
    }

    /** The same response with this header field, in place of all of that name. */
    public Response withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    /** The same response without header fields of this name. */
    public Response withoutHeader(String name) {
        return withHeaders(headers.without(name));
    }

    /** The same response with other header fields. */
    public Response withHeaders(Headers headers) {
        return new Response(status, headers, body, delivery);
    }

    /** The same response with another body. */
    public Response withBody(Bytes body) {
        return new Response(status, headers, body, delivery);
    }

    /** The same response, delivered differently. */
    public Response withDelivery(Delivery delivery) {
        return new Response(status, headers, body, delivery);
    }

    /** Shows the status only: the rest may be personal. */
    @Override
    public String toString() {
        return String.valueOf(status);
    }
}
