package io.github.servicelinkage.stub.mock;

import java.time.Duration;

/** How an answer goes over the connection. All but {@link Proper} and {@link Late} break or strain HTTP on purpose. */
public sealed interface Delivery {

    /** At once and whole. */
    record Proper() implements Delivery {}

    /**
     * After a while.
     *
     * @param delay how long the caller waits for the status line
     * @param then how the answer goes then
     */
    record Late(Duration delay, Delivery then) implements Delivery {}

    /** Not at all: the connection is reset instead. */
    record Reset() implements Delivery {}

    /** Head and half of the body, then the connection is closed. */
    record Truncated() implements Delivery {}

    /**
     * Head at once, the body byte by byte.
     *
     * @param pause time between two bytes
     */
    record Slow(Duration pause) implements Delivery {}

    /**
     * Whole, with a {@code Content-Length} that is wrong; then the connection is closed.
     *
     * @param difference bytes that are announced too many, or if negative too few
     */
    record WrongLength(int difference) implements Delivery {}
}
