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
        HttpThreads threads = new HttpThreads();
        HttpClient http = HttpClients.create(connectTimeout, proxy, tls, threads);
        endings.push(() -> threads.end(http));
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
    public void close() {
        closed = true;
        underWay.close(this::release);
    }

    private synchronized void release() {
        while (!endings.isEmpty()) {
            endings.pop().run();
        }
    }
}
