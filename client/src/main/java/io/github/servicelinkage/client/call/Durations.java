package io.github.servicelinkage.client.call;

import java.time.Duration;

/** The one rule that every time limit follows. */
final class Durations {

    private Durations() {}

    /**
     * Refuses a duration that would mean "never" or "at once".
     *
     * @param name name of the setting, for the error text
     * @param duration the duration
     * @return the same duration
     * @throws IllegalArgumentException if it is zero or negative
     */
    static Duration positive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than zero, not " + duration);
        }
        return duration;
    }
}
