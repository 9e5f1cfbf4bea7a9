package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.contract.Member;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;

/**
 * One planned request, and what is expected of its response.
 *
 * @param operation id of the operation that it is for
 * @param intent what it is sent for
 * @param description how it differs from the accepted control, in a few words
 * @param request what is sent
 * @param expectation what is expected
 * @param variation the member that it varies, where nothing else differs from the control
 */
public record Case(
        String operation,
        Intent intent,
        Text description,
        Request request,
        Expectation expectation,
        Optional<Variation> variation) {

    Case(String operation, Intent intent, Text description, Request request, Expectation expectation) {
        this(operation, intent, description, request, expectation, Optional.empty());
    }

    /** The same case, sent for something else. */
    Case as(Intent other) {
        return new Case(operation, other, description, request, expectation, variation);
    }

    /** The same case with another request. */
    public Case with(Request other) {
        return new Case(operation, intent, description, other, expectation, variation);
    }

    /** The same case, of which it is known what it varies. */
    Case varying(Member member, String value) {
        return new Case(
                operation, intent, description, request, expectation, Optional.of(new Variation(member, value)));
    }

    /** Whether the same bytes are sent in the same way, and for the same. */
    public boolean sendsTheSameAs(Case other) {
        return intent == other.intent && operation.equals(other.operation) && request.equals(other.request);
    }
}
