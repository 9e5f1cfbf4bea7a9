package io.github.servicelinkage.conformance.exchange;

/** Sends a request to the target and waits for the response. Thread-safe. */
@FunctionalInterface
public interface Exchanger {
    /**
     * Sends a request.
     *
     * @param request what to send
     * @return what came back; never throws because of the target
     */
    Exchange send(Request request);
}
