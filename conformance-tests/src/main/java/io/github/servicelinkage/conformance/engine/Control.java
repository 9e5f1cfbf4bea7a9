package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Case;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The request of an operation that the target accepts. An accepted control is reused for up to five checks within one second,
 * and re-sent after any suspicious result. Thread-safe.
 */
final class Control {
    /** How many checks one accepted control vouches for. */
    static final int CHECKS = 5;

    private static final long NANOSECONDS = Duration.ofSeconds(1).toNanos();

    private final Case planned;
    private final LongSupplier nanoTime;
    private int left;
    private long acceptedAt;
    private int acceptances;

    Control(Case planned, LongSupplier nanoTime) {
        this.planned = planned;
        this.nanoTime = nanoTime;
    }

    Case planned() {
        return planned;
    }

    /** Whether it was accepted so lately that the next check need not send it. */
    synchronized boolean vouches() {
        if (left == 0 || nanoTime.getAsLong() - acceptedAt > NANOSECONDS) {
            return false;
        }
        left--;
        return true;
    }

    /** It was accepted just now. */
    synchronized void accepted() {
        acceptances++;
        left = CHECKS - 1;
        acceptedAt = nanoTime.getAsLong();
    }

    /** Whether it was accepted once more after the first time. */
    synchronized boolean wasAcceptedAgain() {
        return acceptances > 1;
    }

    /** Something is wrong: it vouches for nothing until it is accepted again. */
    synchronized void doubted() {
        left = 0;
    }
}
