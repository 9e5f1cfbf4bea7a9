package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.response.RawResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Waits and retries a call that ended by flow control or a lost connection. Both operations are read-only, so a retry is
 * safe.
 *
 * @param next the next link, used for each attempt
 * @param clock converts the date of a {@code Retry-After} to a delay
 * @param time measures and waits
 * @param random draws the jitter
 * @param underWay knows who waits
 */
record Retrying(Transport next, Clock clock, Time time, RandomGenerator random, CallsUnderWay underWay)
        implements Transport {

    @Override
    public RawResponse send(OutgoingCall call) {
        RetryPolicy policy = call.retryPolicy();
        long start = time.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Duration left = left(policy, start);
            Duration delay;
            try {
                RawResponse response = next.send(call.withAttempt(attempt, shorter(call.timeout(), left)));
                if (!FlowControl.isTransient(response)) {
                    return response;
                }
                delay = delayBefore(attempt + 1, policy, FlowControl.retryAfter(response, clock));
                if (!mayRetry(attempt, delay, policy, start)) {
                    return response;
                }
            } catch (ConnectionException failure) {
                delay = delayBefore(attempt + 1, policy, Optional.empty());
                if (!failure.isTransient() || !mayRetry(attempt, delay, policy, start)) {
                    throw failure;
                }
            }
            pause(call, delay);
        }
    }

    private void pause(OutgoingCall call, Duration delay) {
        try {
            underWay.await(call, release -> {
                time.sleep(delay);
                return delay;
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean mayRetry(int attempt, Duration delay, RetryPolicy policy, long start) {
        return attempt < policy.maxAttempts() && delay.compareTo(left(policy, start)) < 0;
    }

    private Duration left(RetryPolicy policy, long start) {
        return policy.maxElapsedTime().minusNanos(time.nanoTime() - start);
    }

    /** Full jitter, in addition to a {@code Retry-After}: clients that were given the same time do not return all at once. */
    private Duration delayBefore(int attempt, RetryPolicy policy, Optional<Duration> retryAfter) {
        int doublings = Math.min(attempt - 2, 30);
        long ceiling = shorter(policy.initialBackoff().multipliedBy(1L << doublings), policy.maxBackoff())
                .toNanos();
        Duration least = Duration.ZERO;
        if (retryAfter.isPresent()) {
            // A gateway that asks to slow down is not called again at once, even if it names no time.
            ceiling = policy.initialBackoff().toNanos();
            least = retryAfter.get().compareTo(policy.initialBackoff()) < 0
                    ? policy.initialBackoff()
                    : retryAfter.get();
        }
        return least.plusNanos(random.nextLong(ceiling + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
