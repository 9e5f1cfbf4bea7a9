package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Response;
import java.time.Duration;
import java.util.PriorityQueue;

/**
 * Holds every response for a moment, and counts the requests that have not got theirs. The more are under way, the longer each is
 * held, so that a crowd stays one even on a busy machine. Thread-safe.
 */
final class UnderWay {
    private static final Duration HELD = Duration.ofMillis(20);
    private static final Duration HELD_IN_CROWD = Duration.ofMillis(100);
    private static final int CROWD = 3;

    private final PriorityQueue<Long> ends = new PriorityQueue<>();

    /** A request has arrived: how many are under way with it. */
    synchronized int arrived() {
        long now = System.nanoTime();
        while (!ends.isEmpty() && ends.peek() - now <= 0) {
            ends.remove();
        }
        ends.add(now + held(ends.size() + 1).toNanos());
        return ends.size();
    }

    /** The response to the last of so many, delivered after a while. */
    static Response late(Response response, int underWay) {
        return response.withDelivery(new Delivery.Late(held(underWay), response.delivery()));
    }

    private static Duration held(int underWay) {
        return underWay < CROWD ? HELD : HELD_IN_CROWD;
    }
}
