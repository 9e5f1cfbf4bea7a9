package io.github.servicelinkage.client.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
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
    record Received(byte[] bytes, End end) {}

    private final int longest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final CompletableFuture<Received> received = new CompletableFuture<>();
    private volatile @Nullable Subscription subscription;

    BoundedBody(int longest, Duration left) {
        this.longest = longest;
        received.completeOnTimeout(new Received(new byte[0], End.LATE), left.toNanos(), TimeUnit.NANOSECONDS);
        received.thenAccept(body -> {
            if (body.end() == End.LATE) {
                cancel();
            }
        });
    }

    @Override
    public CompletionStage<Received> getBody() {
        return received;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (received.isDone()) {
                cancel();
                return;
            }
            if (buffer.remaining() > longest - bytes.size()) {
                received.complete(new Received(new byte[0], End.TOO_LONG));
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
        received.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        received.complete(new Received(bytes.toByteArray(), End.WHOLE));
    }

    private void cancel() {
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
