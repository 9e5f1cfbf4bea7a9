package io.github.servicelinkage.client.transport;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes request ids that sort by time and do not repeat: the millisecond, then random characters; within a millisecond
 * they count up. Written in Crockford's Base32, whose characters are in ASCII order and are not mistaken for each other.
 *
 * <p>Thread-safe.
 */
public final class RequestIds implements Supplier<String> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    /** Reaches until the year 3084. */
    private static final int TIME_LENGTH = 9;

    private static final int LONGEST_RANDOM = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private final int randomLength;
    private final AtomicReference<Id> last = new AtomicReference<>(new Id(Long.MIN_VALUE, 0));

    private record Id(long time, long number) {}

    /**
     * Makes ids of the longest form that fits.
     *
     * @param clock tells the time
     * @param random gives the random part
     * @param maxLength the contract's limit, in characters
     */
    public RequestIds(Clock clock, RandomGenerator random, int maxLength) {
        this.clock = clock;
        this.random = random;
        this.randomLength = Math.min(LONGEST_RANDOM, maxLength - TIME_LENGTH);
        if (randomLength < 1) {
            throw new IllegalArgumentException("no unique request id fits into " + maxLength + " characters");
        }
    }

    @Override
    public String get() {
        // The upper half of the random space stays free, so that counting up within a millisecond has room.
        long fresh = random.nextLong(1L << (BITS * randomLength - 1));
        Id id = last.updateAndGet(before -> {
            long now = clock.millis();
            return now > before.time() ? new Id(now, fresh) : new Id(before.time(), before.number() + 1);
        });
        StringBuilder text = new StringBuilder(TIME_LENGTH + randomLength);
        append(text, id.time(), TIME_LENGTH);
        append(text, id.number(), randomLength);
        return text.toString();
    }

    private static void append(StringBuilder text, long number, int length) {
        for (int shift = BITS * (length - 1); shift >= 0; shift -= BITS) {
            text.append(ALPHABET.charAt((int) (number >>> shift) & (ALPHABET.length() - 1)));
        }
    }
}
