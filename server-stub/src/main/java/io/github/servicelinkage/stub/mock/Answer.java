package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ContractAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * An answer about to leave. {@code Content-Length} follows from the body unless a header field of that name is given.
 *
 * @param status HTTP status
 * @param headers header fields, names compared without case
 * @param body the bytes of the body
 * @param delivery how it goes over the connection
 */
public record Answer(int status, MultiMap headers, Buffer body, Delivery delivery) {

    /** An answer that is delivered properly. */
    public Answer(int status, MultiMap headers, Buffer body) {
        this(status, headers, body, new Delivery.Proper());
    }

    /** One of the contract's error answers. */
    public static Answer error(ErrorAnswer error) {
        return error(error, "");
    }

    /** One of the contract's error answers, with a description that is empty or tells what was wrong, without personal data. */
    public static Answer error(ErrorAnswer error, String description) {
        ContractAnswer answer = ContractAnswer.error(error, description);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        return new Answer(answer.status(), headers, Buffer.buffer(answer.body()));
    }

    /** The same answer with another status. */
    public Answer withStatus(int status) {
        return new Answer(status, headers, body, delivery);
    }

    /** The same answer with this header field, in place of all of that name. */
    public Answer withHeader(String name, String value) {
        MultiMap changed = MultiMap.caseInsensitiveMultiMap().addAll(headers).set(name, value);
        return new Answer(status, changed, body, delivery);
    }

    /** The same answer without header fields of this name. */
    public Answer withoutHeader(String name) {
        MultiMap changed = MultiMap.caseInsensitiveMultiMap().addAll(headers).remove(name);
        return new Answer(status, changed, body, delivery);
    }

    /** The same answer with another body. */
    public Answer withBody(Buffer body) {
        return new Answer(status, headers, body, delivery);
    }

    /** The same answer, delivered differently. */
    public Answer withDelivery(Delivery delivery) {
        return new Answer(status, headers, body, delivery);
    }

    /** Shows the status only: the rest may be personal. */
    @Override
    public String toString() {
        return String.valueOf(status);
    }
}
