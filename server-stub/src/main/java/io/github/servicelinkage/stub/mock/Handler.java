package io.github.servicelinkage.stub.mock;

/** Answers requests: the proper gateway, or what a fault has put around it. Must be thread-safe and must not block. */
@FunctionalInterface
public interface Handler {
    /** Answers a request. */
    Answer handle(Request request);
}
