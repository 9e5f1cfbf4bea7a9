package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps a distance between the starts of requests, so that a target is not overrun. */
final class RateLimited implements Exchanger {
    private final Exchanger next;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    private final long gap;
    private long earliest;

    /**
     * Limits the rate of requests.
     *
     * @param perSecond most requests in a second
     * @param nanoTime a clock in nanoseconds
     */
    RateLimited(Exchanger next, double perSecond, Sleeper sleeper, LongSupplier nanoTime) {
        this.next = next;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.gap = (long) (1_000_000_000L / perSecond);
        this.earliest = nanoTime.getAsLong();
    }

    @Override
    public Exchange send(Request request) {
        try {
            sleeper.sleep(Duration.ofNanos(reserve()));
        } catch (InterruptedException e) {
            throw RunEnded.interrupted();
        }
        return next.send(request);
    }

    /** Reserves the next free start, and returns how far away it is, in nanoseconds. */
    private synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long start = Math.max(now, earliest);
        earliest = start + gap;
        return start - now;
    }
}
