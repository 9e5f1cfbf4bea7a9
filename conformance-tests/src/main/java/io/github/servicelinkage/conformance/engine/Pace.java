package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps a distance between the starts of requests, so that a target is not overrun: at least the one that is set, and more once
 * the target turns away more than about one request in five. It grows by half at once, and shrinks slowly as requests are served; a
 * target that turns away now and then, whatever the pace, does not make it grow. Thread-safe.
 */
final class Pace implements Exchanger {
    private static final long FIRST_GAP = Duration.ofMillis(25).toNanos();
    private static final long LONGEST_GAP = Duration.ofSeconds(2).toNanos();
    /** What was under way when the gap grew, is turned away at the old pace. */
    private static final long SETTLING = Duration.ofMillis(250).toNanos();

    /** A refusal weighs as much as so many served requests, and two of them without any in between are too many. */
    private static final int WEIGHT = 4;

    private static final int TOO_MANY = 2 * WEIGHT;
    private static final int WORTH_TELLING = 3;
    private static final int SERVED_BEFORE_FASTER = 25;

    private final Exchanger next;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    private final Runnable limited;
    private final long leastGap;
    private final ReadWriteLock senders = new ReentrantReadWriteLock(true);
    private long gap;
    private long earliest;
    private long grownAt;
    private int weight;
    private int served;
    private int refusals;
    private boolean told;

    /**
     * Sets a pace.
     *
     * @param perSecond most requests in a second; 0 for no limit
     * @param nanoTime a clock in nanoseconds
     * @param limited hears once that the target limits the rate: the distance grew, or some requests were turned away
     */
    Pace(Exchanger next, double perSecond, Sleeper sleeper, LongSupplier nanoTime, Runnable limited) {
        this.next = next;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.limited = limited;
        this.leastGap = perSecond > 0 ? (long) (1_000_000_000L / perSecond) : 0;
        this.gap = leastGap;
        this.earliest = nanoTime.getAsLong();
        this.grownAt = earliest - SETTLING;
    }

    @Override
    public Exchange send(Request request) {
        senders.readLock().lock();
        try {
            long wait = reserve();
            if (wait > 0) {
                sleeper.sleep(Duration.ofNanos(wait));
            }
            return next.send(request);
        } catch (InterruptedException e) {
            throw RunEnded.interrupted();
        } finally {
            senders.readLock().unlock();
        }
    }

    /** Does something while nobody else sends. */
    boolean alone(BooleanSupplier work) {
        senders.writeLock().lock();
        try {
            return work.getAsBoolean();
        } finally {
            senders.writeLock().unlock();
        }
    }

    /** The target turned a request away without a time. */
    void refused() {
        boolean isNew;
        synchronized (this) {
            weight = Math.min(weight + WEIGHT, TOO_MANY);
            long now = nanoTime.getAsLong();
            boolean grown = weight == TOO_MANY && now - grownAt >= SETTLING + gap;
            if (grown) {
                gap = Math.max(leastGap, Math.min(Math.max(gap / 2 * 3, FIRST_GAP), LONGEST_GAP));
                grownAt = now;
                weight = 0;
                served = 0;
            }
            isNew = !told && (grown || ++refusals >= WORTH_TELLING);
            told |= isNew;
        }
        if (isNew) {
            limited.run();
        }
    }

    /** The target served a request. */
    synchronized void served() {
        weight = Math.max(0, weight - 1);
        if (gap > leastGap && ++served >= SERVED_BEFORE_FASTER) {
            served = 0;
            gap = Math.max(leastGap, gap / 4 * 3);
        }
    }

    /** Reserves the next free start, and returns how far away it is, in nanoseconds. */
    private synchronized long reserve() {
        long now = nanoTime.getAsLong();
        long start = Math.max(now, earliest);
        earliest = start + gap;
        return start - now;
    }
}
