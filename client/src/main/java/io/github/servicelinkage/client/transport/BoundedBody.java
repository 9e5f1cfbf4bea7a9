package io.github.servicelinkage.client.transport;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Collects the body of a response, and abandons one that exceeds its size or time limit; its connection is then closed.
 * {@code HttpRequest}'s timeout covers the header fields only, and Java 17 has no body handler with a limit.
 */
final class BoundedBody implements Subscriber<List<ByteBuffer>> {

    /** How reception of a body ended. */
    enum End {
        COMPLETE,
        TOO_LARGE,
        LATE,
        GIVEN_UP
    }

    /**
     * What was received.
     *
     * @param bytes the body, empty unless it is complete
     * @param end how reception ended
     */
    record Received(byte[] bytes, End end) {}

    private static final byte[] NOTHING = {};

    /** The JDK completes built-in subscribers on the calling thread and custom ones on another; hence this wrapper. */
    private final BodySubscriber<Received> subscriber =
            BodySubscribers.fromSubscriber(this, body -> body.received.get());

    private final AtomicReference<Received> received = new AtomicReference<>();
    private final int maxBytes;
    private final Time time;
    private final long deadline;
    private final Runnable late;
    private byte[] bytes = NOTHING;
    private int length;
    private volatile @Nullable Subscription subscription;

    /**
     * A body that is about to be received.
     *
     * @param maxBytes size limit in bytes
     * @param time the current time
     * @param deadline when it must be complete, in terms of {@link Time#nanoTime()}
     * @param late hears that it was not
     */
    BoundedBody(int maxBytes, Time time, long deadline, Runnable late) {
        this.late = late;
        this.maxBytes = maxBytes;
        this.time = time;
        this.deadline = deadline;
        Deadlines.SHARED.add(this);
    }

    /** What the HTTP client fills. */
    BodySubscriber<Received> subscriber() {
        return subscriber;
    }

    void endIfLate() {
        if (time.nanoTime() - deadline >= 0) {
            abandon(End.LATE);
            late.run();
        }
    }

    /** Without effect on a body that has ended. */
    void giveUp() {
        if (received.get() == null) {
            abandon(End.GIVEN_UP);
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (received.get() == null) {
            given.request(Long.MAX_VALUE);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (received.get() != null) {
                return;
            }
            if (buffer.remaining() > maxBytes - length) {
                abandon(End.TOO_LARGE);
                return;
            }
            append(buffer);
        }
    }

    @Override
    public void onError(Throwable failure) {
        Deadlines.SHARED.remove(this);
    }

    @Override
    public void onComplete() {
        if (received.get() == null) {
            end(new Received(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), End.COMPLETE));
        }
    }

    /** Allocates exactly what a body in one piece needs, as most are; doubles for one in many pieces. */
    private void append(ByteBuffer part) {
        int size = part.remaining();
        if (size > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * length));
        }
        part.get(bytes, length, size);
        length += size;
    }

    private void abandon(End why) {
        end(new Received(NOTHING, why));
        subscriber.onComplete();
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    private void end(Received body) {
        if (received.compareAndSet(null, body)) {
            Deadlines.SHARED.remove(this);
            // On Java 25 the caller would otherwise be notified by yet another thread.
            subscriber.getBody().toCompletableFuture().complete(body);
        }
    }
}
