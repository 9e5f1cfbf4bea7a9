package io.github.servicelinkage.client.transport;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Abandons bodies that miss their deadline, within some 20 milliseconds. A single periodic tick serves all of them, and
 * runs only while there are any: a timer per body would wake another thread in every call, which costs more than the rest
 * of the client.
 */
final class Deadlines {

    static final Deadlines SHARED = new Deadlines();

    private static final Executor TICK = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS, Runnable::run);

    private final Set<BoundedBody> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** After this an abandoned body has ended its request, unless something is stuck. */
    private static final Executor GRACE = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS, Runnable::run);

    private Deadlines() {}

    /** Does something half a second later. */
    static void later(Runnable task) {
        GRACE.execute(task);
    }

    void add(BoundedBody body) {
        waiting.add(body);
        startTicking();
    }

    void remove(BoundedBody body) {
        waiting.remove(body);
    }

    private void startTicking() {
        if (ticking.compareAndSet(false, true)) {
            TICK.execute(this::tick);
        }
    }

    private void tick() {
        waiting.forEach(BoundedBody::endIfLate);
        ticking.set(false);
        if (!waiting.isEmpty()) {
            startTicking();
        }
    }
}
