package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.message.Text;

/** Sends a request to the target and waits for the answer. Thread-safe. */
@FunctionalInterface
public interface Exchanger {
    /**
     * Sends a request.
     *
     * @param description what the request is, in a few words
     * @param request what to send
     * @return what came of it; never throws because of the target
     */
    Exchange exchange(Text description, Request request);
}
