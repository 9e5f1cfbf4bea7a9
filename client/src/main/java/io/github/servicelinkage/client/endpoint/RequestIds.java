package io.github.servicelinkage.client.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Generates request ids that sort by time and do not repeat: 45 bits of milliseconds, then up to 60 bits that start at random
 * and are incremented within a millisecond. This is the scheme of a ULID cut to the contract's limit, written in Crockford's
 * Base32, whose characters are in ASCII order and hard to confuse.
 *
 * <p>Thread-safe.
 */
final class RequestIds implements Supplier<String> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    /** Reaches until the year 3084. */
    private static final int TIME_LENGTH = 9;

    private static final int MAX_RANDOM_LENGTH = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private final int randomLength;
    private final AtomicReference<Id> last = new AtomicReference<>(new Id(Long.MIN_VALUE, 0));

    private record Id(long time, long number) {}

    /**
     * Generates ids of the longest form that fits.
     *
     * @param clock the current time
     * @param random draws the random part
     * @param maxLength the contract's limit, in characters
     */
    RequestIds(Clock clock, RandomGenerator random, int maxLength) {
        this.clock = clock;
        this.random = random;
        this.randomLength = Math.min(MAX_RANDOM_LENGTH, maxLength - TIME_LENGTH);
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
        byte[] text = new byte[TIME_LENGTH + randomLength];
        write(id.time(), text, 0, TIME_LENGTH);
        write(id.number(), text, TIME_LENGTH, text.length);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void write(long number, byte[] text, int from, int to) {
        long rest = number;
        for (int i = to - 1; i >= from; i--, rest >>>= BITS) {
            text[i] = (byte) ALPHABET.charAt((int) rest & (ALPHABET.length() - 1));
        }
    }
}
