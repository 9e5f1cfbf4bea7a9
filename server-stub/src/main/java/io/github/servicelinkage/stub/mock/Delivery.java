package io.github.servicelinkage.stub.mock;

import java.time.Duration;

/** How an answer goes over the connection. All but {@link Proper} and {@link Late} break or strain HTTP on purpose. */
public sealed interface Delivery {

    /** At once and whole. */
    record Proper() implements Delivery {}

    /**
     * Whole, after a while.
     *
     * @param delay how long the caller waits for the status line
     */
    record Late(Duration delay) implements Delivery {}

    /** Not at all: the connection is closed instead. */
    record Closed() implements Delivery {}

    /**
     * Head and part of the body, then the connection is closed.
     *
     * @param bytes how many bytes of the body are sent
     */
    record Truncated(int bytes) implements Delivery {}

    /**
     * Head at once, the body in pieces.
     *
     * @param bytes size of a piece
     * @param pause time between two pieces
     */
    record Slow(int bytes, Duration pause) implements Delivery {}
}
