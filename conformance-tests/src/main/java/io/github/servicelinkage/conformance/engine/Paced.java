package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.RunEnded;
import io.github.servicelinkage.conformance.message.Text;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps a distance between the starts of requests, so that a target is not overrun. */
final class Paced implements Exchanger {
    private final Exchanger next;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    private final long gap;
    private long earliest;

    /**
     * Paces requests.
     *
     * @param perSecond most requests in a second
     * @param nanoTime a clock in nanoseconds
     */
    Paced(Exchanger next, double perSecond, Sleeper sleeper, LongSupplier nanoTime) {
        this.next = next;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.gap = (long) (1_000_000_000L / perSecond);
        this.earliest = nanoTime.getAsLong();
    }

    @Override
    public Exchange exchange(Text description, Request request) {
        try {
            sleeper.sleep(Duration.ofNanos(reserve()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunEnded(new Text("중단되었습니다.", "The run was interrupted."));
        }
        return next.exchange(description, request);
    }

    /** Takes the next free moment, and tells how far away it is, in nanoseconds. */
    private synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long start = Math.max(now, earliest);
        earliest = start + gap;
        return start - now;
    }
}
