package io.github.servicelinkage.client.connection;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a client creates: none of them keeps the JVM alive, and all end with the client. */
final class Threads {

    private static final long IDLE_SECONDS = 60;

    private Threads() {}

    /** A pool of as many threads as needed; each ends after a minute without work. */
    static ThreadPoolExecutor pool(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
    }

    /** Threads in which {@code Async} calls wait: virtual on Java 21 and later, otherwise a pool. */
    static ExecutorService forCalls() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException beforeJava21) {
            return pool("service-linkage-call");
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
