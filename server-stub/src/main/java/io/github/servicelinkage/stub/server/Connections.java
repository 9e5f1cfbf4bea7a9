package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.exchange.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one event loop. Closes those of callers that send nothing or never finish a request, so that they do not
 * exhaust the server.
 * Not thread-safe: everything happens on the event loop.
 */
final class Connections {
    private final Map<HttpConnection, Waiting> waiting = new HashMap<>();
    /** Those on which no request has begun, the first one first. */
    private final Set<HttpConnection> silent = new LinkedHashSet<>();

    private final LongAdder open;
    private final int limit;
    private final long patienceNanos;
    private final long sweepNanos;
    private long time;
    private long sweptAt = System.nanoTime();
    private final Promise<Void> ended = Promise.promise();
    private boolean ending;

    private static final class Waiting {
        private long since;
        private boolean silent = true;
        private int pendingResponses;
        private @Nullable HttpServerRequest unfinished;
    }

    /**
     * Starts without a connection.
     *
     * @param open counts the connections of all event loops
     * @param limit maximum number of connections of all event loops; for a further one, one that never sent a request is closed, or else itself
     * @param patienceMillis how long a caller may take from one response to the end of the next request
     */
    Connections(LongAdder open, int limit, long patienceMillis) {
        this.open = open;
        this.limit = limit;
        patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        sweepNanos = TimeUnit.MILLISECONDS.toNanos(sweepMillis(patienceMillis));
    }

    /** How often to sweep. */
    static long sweepMillis(long patienceMillis) {
        return Math.min(1_000, patienceMillis / 2 + 1);
    }

    /**
     * Nanoseconds in which callers could be served. Of a pause of the event loop little counts: what they sent in it is still to be
     * read.
     */
    private long now() {
        return time + Math.min(System.nanoTime() - sweptAt, sweepNanos);
    }

    void opened(HttpConnection connection) {
        if (ending || open.sum() >= limit) {
            Iterator<HttpConnection> longest = silent.iterator();
            if (ending || !longest.hasNext()) {
                Flow.closeNow(connection);
                return;
            }
            Flow.closeNow(longest.next());
            longest.remove();
        }
        open.increment();
        silent.add(connection);
        Waiting entry = new Waiting();
        entry.since = now();
        waiting.put(connection, entry);
        connection.closeHandler(closed -> {
            waiting.remove(connection);
            silent.remove(connection);
            open.decrement();
            if (ending && waiting.isEmpty()) {
                ended.tryComplete();
            }
        });
    }

    void requestBegan(HttpServerRequest request) {
        Waiting entry = waiting.get(request.connection());
        if (entry != null) {
            entry.unfinished = request;
            if (entry.silent) {
                entry.silent = false;
                silent.remove(request.connection());
            }
        }
    }

    void requestEnded(HttpServerRequest request, Delivery delivery) {
        Waiting entry = waiting.get(request.connection());
        if (entry == null) {
            return;
        }
        entry.unfinished = null;
        entry.since = now();
        if (!(delivery instanceof Delivery.Normal)) {
            entry.pendingResponses++;
            request.response().endHandler(sent -> {
                entry.pendingResponses--;
                entry.since = now();
            });
        }
    }

    /**
     * Closes the connections of callers that have taken too long; called periodically.
     *
     * @param tooLate ends a connection on which a request has begun
     */
    void sweep(Consumer<HttpServerRequest> tooLate) {
        time = now();
        sweptAt = System.nanoTime();
        // A copy, since closing changes the map.
        new ArrayList<>(waiting.entrySet()).forEach(each -> {
            Waiting entry = each.getValue();
            if (entry.pendingResponses > 0 || time - entry.since < patienceNanos) {
                return;
            }
            HttpServerRequest request = entry.unfinished;
            if (request == null) {
                Flow.closeNow(each.getKey());
            } else {
                entry.unfinished = null;
                tooLate.accept(request);
            }
        });
    }

    /**
     * Closes those on which no response is outstanding or untaken, whatever their callers are sending, and takes no more.
     *
     * @return completed when the last of the others is closed, too
     */
    Future<Void> end() {
        ending = true;
        List.copyOf(waiting.entrySet()).forEach(each -> {
            if (each.getValue().pendingResponses == 0 && !isUntaken(each.getKey())) {
                Flow.closeNow(each.getKey());
            }
        });
        if (waiting.isEmpty()) {
            ended.tryComplete();
        }
        return ended.future();
    }

    private static boolean isUntaken(HttpConnection connection) {
        return Flow.untaken(
                        ((ConnectionBase) connection).channelHandlerContext().channel())
                > 0;
    }

    /** Closes all of them, whatever is outstanding. */
    Future<Void> closeAll() {
        List.copyOf(waiting.keySet()).forEach(Flow::closeNow);
        return ended.future();
    }
}
