package io.github.servicelinkage.client.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects a body, and gives up on one that is longer or later than it may be; then its connection is closed.
 *
 * <p>The HTTP client hands it over as soon as the header fields are there, and the calling thread waits for the rest. That
 * way no timer is needed, which would wake another thread in every call.
 */
final class BoundedBody implements BodySubscriber<BoundedBody> {

    private final int longest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final CompletableFuture<Optional<byte[]>> received = new CompletableFuture<>();
    private volatile @Nullable Subscription subscription;

    BoundedBody(int longest) {
        this.longest = longest;
    }

    @Override
    public CompletionStage<BoundedBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    /**
     * Waits for the end of the body.
     *
     * @return the body, empty if it is longer than it may be
     * @throws HttpTimeoutException if it does not end in time
     * @throws IOException if the connection breaks
     */
    Optional<byte[]> await(Duration left) throws IOException, InterruptedException {
        try {
            return received.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            cancel();
            throw new HttpTimeoutException("body");
        } catch (InterruptedException interrupted) {
            cancel();
            throw interrupted;
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof IOException failure ? failure : new IOException(broken.getCause());
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
                cancel();
                return;
            }
            if (buffer.hasArray()) {
                bytes.write(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            } else {
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.writeBytes(chunk);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        received.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        received.complete(Optional.of(bytes.toByteArray()));
    }

    private void cancel() {
        received.complete(Optional.empty());
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }
}
