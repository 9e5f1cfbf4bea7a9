package io.github.servicelinkage.client.connection;

import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.transport.CallsUnderWay;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a client created for itself, and releases when it is closed. Thread-safe once the client is built. */
public final class Resources implements AutoCloseable {

    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final CallsUnderWay underWay;
    private volatile boolean closed;

    /**
     * Nothing so far.
     *
     * @param underWay the calls, which end first
     */
    public Resources(CallsUnderWay underWay) {
        this.underWay = underWay;
    }

    HttpClient httpClient(Duration connectTimeout, @Nullable ProxySelector proxy, SSLContext tls) {
        ThreadPoolExecutor workers = Threads.pool("service-linkage-http");
        HttpClient http = HttpClients.create(connectTimeout, proxy, tls, workers);
        // Not shut down: on Java 17 the HTTP client still has to give up its requests here.
        endings.push(() -> workers.setKeepAliveTime(0, TimeUnit.SECONDS));
        endings.push(() -> Threads.end(http));
        return http;
    }

    /**
     * Creates threads for calls in the background.
     *
     * @return virtual threads on Java 21 and later, otherwise a pool
     */
    public Executor callExecutor() {
        ExecutorService calls = Threads.forCalls();
        endings.push(calls::shutdown);
        return calls;
    }

    /**
     * Rejects calls after the end.
     *
     * @throws IllegalStateException if closed
     */
    public void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException(Messages.text("client.closed"));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        underWay.close();
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
