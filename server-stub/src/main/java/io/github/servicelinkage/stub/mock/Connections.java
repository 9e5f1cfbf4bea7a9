package io.github.servicelinkage.stub.mock;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open connections of one event loop, so that callers who send nothing, or never finish what they send, do not use up the server.
 * Not thread-safe: everything happens on the event loop.
 */
final class Connections {
    private final Map<HttpConnection, Waiting> waiting = new HashMap<>();
    private final LongAdder open;
    private final int limit;
    private final long patienceNanos;
    private long now = System.nanoTime();

    private static final class Waiting {
        private long since;
        private int answersOnTheWay;
        private @Nullable HttpServerRequest unfinished;
    }

    /**
     * No connection yet.
     *
     * @param open counts the connections of all event loops
     * @param limit a connection beyond so many, over all event loops, is closed at once
     * @param patienceMillis how long a caller may take from one answer to the end of the next request
     */
    Connections(LongAdder open, int limit, long patienceMillis) {
        this.open = open;
        this.limit = limit;
        patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    void opened(HttpConnection connection) {
        if (open.sum() >= limit) {
            connection.close();
            return;
        }
        open.increment();
        Waiting entry = new Waiting();
        entry.since = now;
        waiting.put(connection, entry);
        connection.closeHandler(closed -> {
            waiting.remove(connection);
            open.decrement();
        });
    }

    void requestBegan(HttpServerRequest request) {
        Waiting entry = waiting.get(request.connection());
        if (entry != null) {
            entry.unfinished = request;
        }
    }

    void requestEnded(HttpServerRequest request, Delivery delivery) {
        Waiting entry = waiting.get(request.connection());
        if (entry == null) {
            return;
        }
        entry.unfinished = null;
        entry.since = now;
        if (!(delivery instanceof Delivery.Proper)) {
            entry.answersOnTheWay++;
            request.response().endHandler(sent -> {
                entry.answersOnTheWay--;
                entry.since = now;
            });
        }
    }

    /**
     * To be called now and then: closes the connections of callers who have taken too long.
     *
     * @param tooLate ends a connection on which a request has begun
     */
    void sweep(Consumer<HttpServerRequest> tooLate) {
        now = System.nanoTime();
        // A copy, since closing changes the map.
        new ArrayList<>(waiting.entrySet()).forEach(each -> {
            Waiting entry = each.getValue();
            if (entry.answersOnTheWay > 0 || now - entry.since < patienceNanos) {
                return;
            }
            if (entry.unfinished == null) {
                each.getKey().close();
            } else {
                tooLate.accept(entry.unfinished);
            }
        });
    }
}
