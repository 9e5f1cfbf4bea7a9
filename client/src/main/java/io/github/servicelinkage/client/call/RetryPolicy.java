package io.github.servicelinkage.client.call;

import java.time.Duration;

/**
 * How often and how long a call is repeated. The waits between tries grow exponentially with full jitter: each is drawn
 * from zero to {@code firstWait * 2^(tries so far - 1)}, at most {@code longestWait}. A {@code Retry-After} of the
 * gateway goes before that.
 *
 * <p>Repeated are connection failures and the statuses 408, 429 (unless the daily quota is used up), 502, 503 and 504.
 * Both operations only read (D11 of the contract), so repeating is safe. Immutable and thread-safe.
 */
public final class RetryPolicy {

    private static final RetryPolicy STANDARD =
            new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final int tries;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Duration totalTime;

    private RetryPolicy(int tries, Duration firstWait, Duration longestWait, Duration totalTime) {
        if (tries < 1) {
            throw new IllegalArgumentException("tries must be 1 or more, not " + tries);
        }
        this.tries = tries;
        this.firstWait = Durations.positive("firstWait", firstWait);
        this.longestWait = Durations.positive("longestWait", longestWait);
        this.totalTime = Durations.positive("totalTime", totalTime);
    }

    /**
     * Up to 3 tries within 30 seconds, waits of up to 200 ms, then 400 ms.
     *
     * @return the policy of a client that names no other
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * A single try.
     *
     * @return a policy that never repeats
     */
    public static RetryPolicy none() {
        return STANDARD.withTries(1);
    }

    /**
     * A copy with another number of tries.
     *
     * @param number how often a call is sent at most, 1 or more
     * @return the copy
     */
    public RetryPolicy withTries(int number) {
        return new RetryPolicy(number, firstWait, longestWait, totalTime);
    }

    /**
     * A copy with another first wait.
     *
     * @param wait the longest wait before the second try
     * @return the copy
     */
    public RetryPolicy withFirstWait(Duration wait) {
        return new RetryPolicy(tries, wait, longestWait, totalTime);
    }

    /**
     * A copy with another longest wait.
     *
     * @param wait the longest wait before any try; a {@code Retry-After} may ask for more
     * @return the copy
     */
    public RetryPolicy withLongestWait(Duration wait) {
        return new RetryPolicy(tries, firstWait, wait, totalTime);
    }

    /**
     * A copy with another total time.
     *
     * @param time limit for all tries and waits of a call together
     * @return the copy
     */
    public RetryPolicy withTotalTime(Duration time) {
        return new RetryPolicy(tries, firstWait, longestWait, time);
    }

    /**
     * How often a call is sent at most.
     *
     * @return 1 or more
     */
    public int tries() {
        return tries;
    }

    /**
     * The longest wait before the second try.
     *
     * @return a positive duration
     */
    public Duration firstWait() {
        return firstWait;
    }

    /**
     * The longest wait before any try.
     *
     * @return a positive duration
     */
    public Duration longestWait() {
        return longestWait;
    }

    /**
     * Limit for all tries and waits of a call together.
     *
     * @return a positive duration
     */
    public Duration totalTime() {
        return totalTime;
    }

    @Override
    public String toString() {
        return "RetryPolicy[tries=" + tries + ", firstWait=" + firstWait + ", longestWait=" + longestWait
                + ", totalTime=" + totalTime + "]";
    }
}
