package io.github.servicelinkage.client;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a client made for itself, and has to end when it is closed. */
final class Resources implements AutoCloseable {

    private final Deque<Runnable> endings = new ArrayDeque<>();
    private volatile boolean closed;

    HttpClient httpClient(Duration connectTimeout, @Nullable ProxySelector proxy, @Nullable SSLContext tls) {
        ExecutorService workers = Threads.pool("service-linkage-http");
        HttpClient http =
                HttpClients.create(connectTimeout, proxy, tls == null ? HttpClients.systemTrust() : tls, workers);
        endings.push(workers::shutdown);
        endings.push(() -> Threads.end(http));
        return http;
    }

    Executor callExecutor() {
        ExecutorService calls = Threads.forCalls();
        // Interrupts the calls that are under way.
        endings.push(calls::shutdownNow);
        return calls;
    }

    void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException("the client is closed: build a new one");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
