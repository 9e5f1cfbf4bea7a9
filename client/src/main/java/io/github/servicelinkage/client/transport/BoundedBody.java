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

/** Collects a body, and gives up on one that is longer or later than it may be; then its connection is closed. */
final class BoundedBody implements Subscriber<List<ByteBuffer>> {

    /** How receiving a body ended. */
    enum End {
        WHOLE,
        TOO_LONG,
        LATE
    }

    /**
     * What was received.
     *
     * @param bytes the body, empty unless it is whole
     * @param end how receiving ended
     */
    record Received(byte[] bytes, End end) {}

    private static final byte[] NOTHING = {};

    /** The JDK asks a subscriber of somebody else's for its body in another thread, and one of its own at once. */
    private final BodySubscriber<Received> subscriber =
            BodySubscribers.fromSubscriber(this, body -> body.received.get());

    private final AtomicReference<Received> received = new AtomicReference<>();
    private final int longest;
    private final Pause pause;
    private final long deadline;
    private byte[] bytes = NOTHING;
    private int length;
    private volatile @Nullable Subscription subscription;

    /**
     * A body that is about to come.
     *
     * @param longest how long it may be, in bytes
     * @param pause tells the time
     * @param deadline until when it may take, as {@link Pause#nanoTime()}
     */
    BoundedBody(int longest, Pause pause, long deadline) {
        this.longest = longest;
        this.pause = pause;
        this.deadline = deadline;
        Deadlines.SHARED.add(this);
    }

    /** What the HTTP client fills. */
    BodySubscriber<Received> subscriber() {
        return subscriber;
    }

    void endIfLate() {
        if (pause.nanoTime() - deadline >= 0) {
            giveUp(End.LATE);
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
            if (buffer.remaining() > longest - length) {
                giveUp(End.TOO_LONG);
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
            end(new Received(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), End.WHOLE));
        }
    }

    /** Exactly long enough for a body in one piece, as most are; twice as long for each of many. */
    private void append(ByteBuffer part) {
        int size = part.remaining();
        if (size > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * length));
        }
        part.get(bytes, length, size);
        length += size;
    }

    private void giveUp(End why) {
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
            // Java 25 would let yet another thread tell the caller.
            subscriber.getBody().toCompletableFuture().complete(body);
        }
    }
}
