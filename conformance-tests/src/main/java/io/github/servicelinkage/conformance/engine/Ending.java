package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.message.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The end of a run before its time: somebody wants it, or its time is over. Nothing holds it up, neither a target nor a pattern that
 * never comes to an end: work that is still going on is left behind on a daemon thread. Thread-safe.
 */
public final class Ending {
    private static final Executor LEFT_BEHIND = work -> {
        Thread thread = new Thread(work, "linkage-work");
        thread.setDaemon(true);
        thread.start();
    };

    private final CompletableFuture<Text> reason = new CompletableFuture<>();

    /** Ends the run for this reason, unless it is ended already. */
    public void end(Text why) {
        reason.complete(why);
    }

    /** Ends the run for this reason once this time is over. */
    void endAfter(Duration limit, Text why) {
        reason.completeOnTimeout(why, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Lets nothing go on once it has come.
     *
     * @throws RunEnded if it has
     */
    void check() {
        if (hasCome()) {
            throw new RunEnded(reason.join());
        }
    }

    boolean hasCome() {
        return reason.isDone();
    }

    /**
     * Does something, unless the run ends first.
     *
     * @throws RunEnded if it does
     */
    <T> T unlessEnded(Supplier<T> work) {
        return await(CompletableFuture.supplyAsync(work, LEFT_BEHIND));
    }

    /**
     * Waits for something, unless the run ends first; throws what that throws.
     *
     * @throws RunEnded if it does
     */
    <T> T await(CompletableFuture<T> work) {
        try {
            CompletableFuture.anyOf(work, reason).join();
            if (work.isDone()) {
                return work.join();
            }
        } catch (CompletionException e) {
            throw thrown(e);
        }
        throw new RunEnded(reason.join());
    }

    /** Does something that may take this long; empty if it takes longer. Throws what that throws. */
    public static <T> Optional<T> within(Duration limit, Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> Optional.of(work.get()), LEFT_BEHIND)
                    .completeOnTimeout(Optional.empty(), limit.toNanos(), TimeUnit.NANOSECONDS)
                    .join();
        } catch (CompletionException e) {
            throw thrown(e);
        }
    }

    private static RuntimeException thrown(CompletionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException own ? own : e;
    }
}
