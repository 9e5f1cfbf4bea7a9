package io.github.servicelinkage.conformance.engine;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads of a run, which never keep a program from ending. */
final class DaemonThreads implements ThreadFactory {
    private final String name;
    private final AtomicInteger number = new AtomicInteger();

    /** Threads of this name, with a number. */
    DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "linkage-" + name + "-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
