package io.github.servicelinkage.stub.exchange;

import java.time.Duration;

/** How a response is sent over its connection. All but {@link Normal} and {@link Late} violate or strain HTTP on purpose. */
public sealed interface Delivery {

    /** Immediately and completely. */
    record Normal() implements Delivery {}

    /**
     * After a delay.
     *
     * @param delay how long the caller waits for the status line
     * @param then how the response is sent after the delay
     */
    record Late(Duration delay, Delivery then) implements Delivery {}

    /** Not at all: the connection is reset instead. */
    record Reset() implements Delivery {}

    /** Head and half of the body, then the connection is closed. */
    record Truncated() implements Delivery {}

    /**
     * Head immediately, the body byte by byte.
     *
     * @param pause time between two bytes
     */
    record Slow(Duration pause) implements Delivery {}

    /**
     * Completely, with a wrong {@code Content-Length}; then the connection is closed.
     *
     * @param difference number of bytes announced in excess, or if negative too few
     */
    record WrongLength(int difference) implements Delivery {}
}
