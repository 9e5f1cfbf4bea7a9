package io.github.servicelinkage.client.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body, and gives up on one that is longer or later than it may be; then its connection is closed. */
final class BoundedBody implements BodySubscriber<BoundedBody.Received> {

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
    record Received(byte[] bytes, End end) {

        private static final byte[] NOTHING = {};
    }

    private final int longest;
    private final Pause pause;
    private final long deadline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final CompletableFuture<Received> received = new CompletableFuture<>();
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

    @Override
    public CompletionStage<Received> getBody() {
        return received;
    }

    void endIfLate() {
        if (pause.nanoTime() - deadline >= 0) {
            end(new Received(Received.NOTHING, End.LATE));
            cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (received.isDone()) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (received.isDone()) {
                return;
            }
            if (buffer.remaining() > longest - bytes.size()) {
                end(new Received(Received.NOTHING, End.TOO_LONG));
                cancel();
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable failure) {
        Deadlines.SHARED.remove(this);
        received.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end(new Received(bytes.toByteArray(), End.WHOLE));
    }

    private void end(Received body) {
        Deadlines.SHARED.remove(this);
        received.complete(body);
    }

    private void cancel() {
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
