package io.github.servicelinkage.conformance.soak;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The callers of a soak, each on a thread of its own, at a pace, until they are told to stop. They can be held for a measurement. */
final class Load implements AutoCloseable {
    private final ReentrantReadWriteLock hold = new ReentrantReadWriteLock(true);
    private final Map<String, AtomicLong> violations = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** Something that a caller does again and again. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** Starts a caller. An act that throws is a violation. */
    void start(String name, int perSecond, Act act) {
        AtomicLong count = new AtomicLong();
        counts.merge(name, count, (known, other) -> known);
        AtomicLong counted = counts.get(name);
        Thread thread = new Thread(() -> work(name, perSecond, act, counted), "soak-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void work(String name, int perSecond, Act act, AtomicLong count) {
        long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long next = System.nanoTime();
        while (!stopped) {
            hold.readLock().lock();
            try {
                act.run();
            } catch (Exception e) {
                violated(name + ": " + e.getClass().getSimpleName());
            } finally {
                hold.readLock().unlock();
            }
            count.incrementAndGet();
            // Whoever falls behind does not catch up, so that a hold is not followed by a burst.
            next = Math.max(next + pause, System.nanoTime() - pause);
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    /** Notes what must not happen. */
    void violated(String what) {
        violations.computeIfAbsent(what, first -> new AtomicLong()).incrementAndGet();
    }

    /** Runs a measurement while no caller waits for an answer. */
    <T> T whileHeld(Callable<T> measurement) throws Exception {
        hold.writeLock().lock();
        try {
            return measurement.call();
        } finally {
            hold.writeLock().unlock();
        }
    }

    /** How often each caller has called. */
    Map<String, AtomicLong> counts() {
        return new TreeMap<>(counts);
    }

    /** What must not have happened, and how often it did. */
    Map<String, AtomicLong> violations() {
        return new TreeMap<>(violations);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
