package io.github.servicelinkage.stub.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Loads, in the background, the classes that the first request needs. Overlaps class loading with argument parsing on a spare core.
 */
public final class Preload {
    private final List<CompletableFuture<Void>> tasks;

    private Preload(List<CompletableFuture<Void>> tasks) {
        this.tasks = tasks;
    }

    /** Starts these tasks side by side, on threads of their own. */
    public static Preload start(Runnable... tasks) {
        return new Preload(Stream.of(tasks)
                .map(task -> CompletableFuture.runAsync(task, Preload::inBackground))
                .toList());
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "mock-preload");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for all tasks, so that nothing is loaded on the threads that serve. */
    public void await() {
        tasks.forEach(CompletableFuture::join);
    }
}
