package io.github.servicelinkage.client;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that a client makes for itself: none of them keeps the JVM alive, and all end with the client. */
final class Threads {

    private Threads() {}

    /** Where the HTTP client works: as many threads as needed, which end after a minute without work. */
    static ExecutorService pool(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        return Executors.newCachedThreadPool(daemons);
    }

    /** Where calls of the {@code Async} forms wait: virtual threads on Java 21 and later, a pool before. */
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

    /** Ends an HTTP client where Java has a way to (21 and later); before, it ends when nothing refers to it. */
    static void end(HttpClient http) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(http);
        } catch (NoSuchMethodException beforeJava21) {
            // Its only thread ends when the client has become unreachable.
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
