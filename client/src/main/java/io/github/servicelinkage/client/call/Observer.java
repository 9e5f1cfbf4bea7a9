package io.github.servicelinkage.client.call;

import io.github.servicelinkage.client.error.LinkageException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Watches the tries of calls, to measure or trace them. It is never shown a person, an account or the key.
 *
 * <p>Implementations are thread-safe and quick: they run in the thread of the call. What they throw is logged, and does
 * not disturb the call.
 */
@FunctionalInterface
public interface Observer {

    /**
     * A try begins; a call is tried more than once if it is repeated.
     *
     * @param attempt the try
     * @return what to tell its end, in the same thread
     */
    Watch started(Attempt attempt);

    /** Watches one try. */
    @FunctionalInterface
    interface Watch {

        /**
         * The try has ended.
         *
         * @param ending how
         */
        void ended(Ending ending);
    }

    /**
     * How a try ended. An answer with an error status is an ending with a status, not a failure: whether it is repeated
     * or becomes an exception is decided afterwards.
     *
     * @param time from the beginning of the try
     * @param status the HTTP status, empty if no whole answer came
     * @param failure why no whole answer came, empty if one did, or for a defect of the client or the JVM
     */
    record Ending(Duration time, OptionalInt status, Optional<LinkageException> failure) {}
}
