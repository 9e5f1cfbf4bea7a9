package io.github.servicelinkage.stub.exchange;

/** Responds to requests: the gateway itself, or a fault around it. Must be thread-safe and must not block. */
@FunctionalInterface
public interface Handler {
    /** Responds to a request. */
    Response handle(Request request);
}
