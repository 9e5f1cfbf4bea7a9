package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.call.RetryPolicy;
import io.github.servicelinkage.client.error.ConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Waits and repeats a call that flow control or a broken connection ended. Both operations only read (decision D11), so
 * repeating is safe.
 *
 * @param next where each try goes on
 * @param clock tells how far away the date of a {@code Retry-After} is
 * @param pause lets time pass
 * @param random draws the waits
 */
record Retrying(Transport next, Clock clock, Pause pause, RandomGenerator random) implements Transport {

    @Override
    public Reply send(Call call) {
        RetryPolicy policy = call.options().retryPolicy().orElseThrow();
        long start = pause.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Duration left = left(policy, start);
            Duration wait;
            try {
                Reply reply = next.send(call.withAttempt(attempt, shorter(call.timeout(), left)));
                if (!FlowControl.isTransient(reply.answer())) {
                    return reply;
                }
                wait = waitBefore(attempt + 1, policy, FlowControl.retryAfter(reply.answer(), clock));
                if (!mayRepeat(attempt, wait, policy, start)) {
                    return reply;
                }
            } catch (ConnectionException failure) {
                wait = waitBefore(attempt + 1, policy, Optional.empty());
                if (!failure.isTransient() || !mayRepeat(attempt, wait, policy, start)) {
                    throw failure;
                }
            }
            try {
                pause.sleep(wait);
            } catch (InterruptedException interrupted) {
                throw call.interrupted();
            }
        }
    }

    private boolean mayRepeat(int attempt, Duration wait, RetryPolicy policy, long start) {
        return attempt < policy.tries() && wait.compareTo(left(policy, start)) < 0;
    }

    private Duration left(RetryPolicy policy, long start) {
        return policy.totalTime().minusNanos(pause.nanoTime() - start);
    }

    /** Full jitter, on top of what the gateway asks for: clients that were told the same time do not come all at once. */
    private Duration waitBefore(int attempt, RetryPolicy policy, Optional<Duration> retryAfter) {
        int doublings = Math.min(attempt - 2, 30);
        long ceiling = shorter(policy.firstWait().multipliedBy(1L << doublings), policy.longestWait())
                .toNanos();
        if (retryAfter.isPresent()) {
            ceiling = policy.firstWait().toNanos();
        }
        return retryAfter.orElse(Duration.ZERO).plusNanos(random.nextLong(ceiling + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
