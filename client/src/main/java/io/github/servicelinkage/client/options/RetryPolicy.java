package io.github.servicelinkage.client.options;

import io.github.servicelinkage.client.message.Arguments;
import java.time.Duration;

/**
 * How often and for how long a call is retried. Attempts are separated by exponential backoff with full jitter: each
 * delay is drawn at random between zero and {@code initialBackoff * 2^(attempts so far - 1)}, at most {@code maxBackoff}.
 * If the gateway sends {@code Retry-After}, the client waits that long instead, but at least {@code initialBackoff}, plus a
 * jitter of up to {@code initialBackoff}.
 *
 * <p>Retried are connection failures and the statuses 408, 429 (unless the daily quota is exhausted), 502, 503 and 504.
 * Both operations are read-only, so a retry is safe. Immutable and thread-safe.
 */
public final class RetryPolicy {

    private static final RetryPolicy STANDARD =
            new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final int maxAttempts;
    private final Duration initialBackoff;
    private final Duration maxBackoff;
    private final Duration maxElapsedTime;

    private RetryPolicy(int maxAttempts, Duration initialBackoff, Duration maxBackoff, Duration maxElapsedTime) {
        this.maxAttempts = Arguments.positive("maxAttempts", maxAttempts);
        this.initialBackoff = Arguments.positive("initialBackoff", initialBackoff);
        this.maxBackoff = Arguments.positive("maxBackoff", maxBackoff);
        this.maxElapsedTime = Arguments.positive("maxElapsedTime", maxElapsedTime);
    }

    /**
     * Up to 3 attempts within 30 seconds, with a backoff of up to 200 ms, then 400 ms.
     *
     * @return the policy of a client that sets no other
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * A single attempt.
     *
     * @return a policy that never retries
     */
    public static RetryPolicy none() {
        return STANDARD.withMaxAttempts(1);
    }

    /**
     * A copy with another number of attempts.
     *
     * @param number the first attempt included, 1 or more
     * @return the copy
     */
    public RetryPolicy withMaxAttempts(int number) {
        return new RetryPolicy(number, initialBackoff, maxBackoff, maxElapsedTime);
    }

    /**
     * A copy with another initial backoff.
     *
     * @param backoff upper bound of the delay before the second attempt
     * @return the copy
     */
    public RetryPolicy withInitialBackoff(Duration backoff) {
        return new RetryPolicy(maxAttempts, backoff, maxBackoff, maxElapsedTime);
    }

    /**
     * A copy with another maximum backoff.
     *
     * @param backoff upper bound of the delay before any attempt; {@code Retry-After} may ask for more
     * @return the copy
     */
    public RetryPolicy withMaxBackoff(Duration backoff) {
        return new RetryPolicy(maxAttempts, initialBackoff, backoff, maxElapsedTime);
    }

    /**
     * A copy with another limit for the whole call.
     *
     * @param time limit for all attempts and delays of a call together
     * @return the copy
     */
    public RetryPolicy withMaxElapsedTime(Duration time) {
        return new RetryPolicy(maxAttempts, initialBackoff, maxBackoff, time);
    }

    /**
     * How often a call is sent at most, the first attempt included.
     *
     * @return 1 or more
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Upper bound of the delay before the second attempt.
     *
     * @return a positive duration
     */
    public Duration initialBackoff() {
        return initialBackoff;
    }

    /**
     * Upper bound of the delay before any attempt.
     *
     * @return a positive duration
     */
    public Duration maxBackoff() {
        return maxBackoff;
    }

    /**
     * Limit for all attempts and delays of a call together.
     *
     * @return a positive duration
     */
    public Duration maxElapsedTime() {
        return maxElapsedTime;
    }

    @Override
    public String toString() {
        return "RetryPolicy[maxAttempts=" + maxAttempts + ", initialBackoff=" + initialBackoff + ", maxBackoff="
                + maxBackoff + ", maxElapsedTime=" + maxElapsedTime + "]";
    }
}
