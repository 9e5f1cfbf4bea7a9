package io.github.servicelinkage.client.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs a call in another thread, and interrupts it there when its future is cancelled or completed from outside. */
public final class Background {

    private Background() {}

    /**
     * Starts a call. Whatever prevents it is the failure of the future, so that callers look for it in one place.
     *
     * @param <T> what the call returns
     * @param executor where it runs
     * @param call the call
     * @return completes as the call does
     */
    public static <T> CompletableFuture<T> start(Executor executor, Supplier<T> call) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        AtomicBoolean finished = new AtomicBoolean();
        FutureTask<?> task = new FutureTask<>(
                () -> {
                    try {
                        T value = call.get();
                        finished.set(true);
                        promise.complete(value);
                    } catch (Throwable failure) {
                        finished.set(true);
                        promise.completeExceptionally(failure);
                    }
                },
                null);
        promise.whenComplete((value, failure) -> {
            if (!finished.get()) {
                task.cancel(true);
            }
        });
        try {
            executor.execute(task);
        } catch (RejectedExecutionException refused) {
            promise.completeExceptionally(refused);
        }
        return promise;
    }
}
