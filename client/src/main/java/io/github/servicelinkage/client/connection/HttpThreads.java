package io.github.servicelinkage.client.connection;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one HTTP client: the pool that it is given, and the selector thread that it makes for itself.
 *
 * <p>Java 21 and later can end an HTTP client. Older versions end its selector thread when the client has been
 * garbage-collected and its count of operations under way is zero; but the count of an early Java 17 stays above zero for
 * ever once a request was interrupted that was receiving its body: {@code HttpClientImpl.send} cancels the very future whose
 * completion would count down, and {@code CompletableFuture} runs no action of a future that is already cancelled. Hence the
 * selector thread, which gives its work to the pool, is remembered and interrupted. It takes that as its end, and closes the
 * connections.
 */
final class HttpThreads implements Executor {

    private static final String SELECTOR = "-SelectorManager";

    private final ThreadPoolExecutor pool = Threads.pool("service-linkage-http");
    private volatile @Nullable Thread selector;

    @Override
    public void execute(Runnable task) {
        if (selector == null && Thread.currentThread().getName().endsWith(SELECTOR)) {
            selector = Thread.currentThread();
        }
        pool.execute(task);
    }

    /** Ends the client that these threads serve; no request may be under way. */
    void end(HttpClient http) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(http);
        } catch (NoSuchMethodException beforeJava21) {
            Thread serving = selector;
            if (serving != null) {
                serving.interrupt();
            }
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
        // Not shut down: the HTTP client still has to give up its connections here.
        pool.setKeepAliveTime(0, TimeUnit.SECONDS);
    }
}
