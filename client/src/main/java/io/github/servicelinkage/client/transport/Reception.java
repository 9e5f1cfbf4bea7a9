package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.transport.BoundedBody.Received;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Receives the body of one response. The timeout of {@code HttpRequest} ends with the header fields; the deadline here
 * covers the complete response.
 *
 * <p>It does not hold the HTTP client: a pooled connection of Java 17 holds this handler, and a client that is held by its
 * own connection is never garbage-collected.
 */
final class Reception implements BodyHandler<Received> {

    private final int maxBytes;
    private final Time time;
    private final long deadline;
    private volatile @Nullable Runnable stuck;
    private volatile @Nullable BoundedBody body;
    private volatile boolean ended;

    /**
     * A response that is about to be received.
     *
     * @param maxBytes size limit in bytes
     * @param time the current time
     * @param deadline when it must be complete, in terms of {@link Time#nanoTime()}
     */
    Reception(int maxBytes, Time time, long deadline) {
        this.maxBytes = maxBytes;
        this.time = time;
        this.deadline = deadline;
    }

    @Override
    public BodySubscriber<Received> apply(ResponseInfo head) {
        BoundedBody begun = new BoundedBody(maxBytes, time, deadline, () -> Deadlines.later(this::release));
        body = begun;
        if (ended) {
            end();
        }
        return begun.subscriber();
    }

    /**
     * Who is to be told, some time after the deadline, that the request has not ended for all that: early Java 17 reads a chunk
     * size of more than 31 bits without end.
     */
    void onStuck(Runnable release) {
        stuck = release;
    }

    private void release() {
        Runnable release = stuck;
        if (!ended && release != null) {
            release.run();
        }
    }

    /**
     * Nobody waits any more. Java 17 would never end a client that still receives chunks, nor one whose pooled connection
     * holds a body and, through its subscription, the client.
     *
     * @return whether a body had begun, whose end is that of the request
     */
    boolean end() {
        ended = true;
        BoundedBody begun = body;
        body = null;
        if (begun != null) {
            begun.giveUp();
        }
        return begun != null;
    }
}
