package io.github.servicelinkage.client.observe;

import io.github.servicelinkage.client.error.LinkageException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Observes the attempts of calls, to measure or trace them. It never sees a person, an account or the API key.
 *
 * <p>Implementations must be thread-safe and fast: they run in the thread of the call. Exceptions that they throw are
 * logged and do not affect the call.
 */
@FunctionalInterface
public interface Observer {

    /**
     * Called before each attempt; a call that is retried has more than one.
     *
     * @param attempt the attempt
     * @return called back, in the same thread, when the attempt has ended
     */
    Watch started(Attempt attempt);

    /** Observes one attempt. */
    @FunctionalInterface
    interface Watch {

        /**
         * Called after the attempt.
         *
         * @param ending how it ended
         */
        void ended(Ending ending);
    }

    /**
     * How an attempt ended. A response with an error status counts as an ending with a status, not as a failure: whether
     * it is retried or becomes an exception is decided later.
     *
     * @param time duration of the attempt
     * @param status the HTTP status, empty if no complete response was received
     * @param failure why no complete response was received; empty if one was, or if the cause is a defect of the client or
     *     the JVM
     */
    record Ending(Duration time, OptionalInt status, Optional<LinkageException> failure) {}
}
