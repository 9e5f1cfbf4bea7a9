package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Tells a limiter of the rate from a gateway that fails, where a 503 does not say when to retry: nginx and others limit so unless
 * told otherwise, while to a gateway's own failure LNK-BEH-02 applies. Of a limiter all of this is true, and is tried once in a run,
 * with a request that is accepted, when nothing else is under way:
 *
 * <ul>
 *   <li>after a pause the request is served;
 *   <li>sent again and again without a pause, one at a time, it is turned away sooner or later, and from then on mostly;
 *   <li>after another pause it is served again, and that twice.
 * </ul>
 *
 * <p>A gateway that fails at random, at every fiftieth request, or for certain requests, serves most of those that follow on a
 * failure; one that fails when several requests are under way serves all that come one at a time; one that is down serves none. A
 * limiter whose rate is higher than requests follow on one another here is not recognized. Thread-safe.
 */
final class Limiter {
    /** After these a limiter has let go, unless it allows less than some requests a minute. */
    private static final Duration[] PAUSES = {Duration.ofSeconds(1), Duration.ofSeconds(4)};

    private static final int MOST_WITHOUT_PAUSE = 250;
    private static final long LONGEST_WITHOUT_PAUSE = Duration.ofSeconds(2).toNanos();
    private static final int FOLLOWING = 20;
    private static final int MOSTLY = 8;

    private final Pace pace;
    private final Sleeper sleeper;
    private final LongSupplier nanoTime;
    private final Runnable recognized;
    private Optional<Boolean> present = Optional.empty();

    /**
     * Has not met one yet.
     *
     * @param pace talks to the target
     * @param nanoTime a clock in nanoseconds
     * @param recognized hears if there is one
     */
    Limiter(Pace pace, Sleeper sleeper, LongSupplier nanoTime, Runnable recognized) {
        this.pace = pace;
        this.sleeper = sleeper;
        this.nanoTime = nanoTime;
        this.recognized = recognized;
    }

    /**
     * Whether a 503 without a time is due to a limiter.
     *
     * @param accepted a request that is accepted at a low rate
     * @throws RunEnded if the run cannot go on
     */
    synchronized boolean explains503(Request accepted) {
        if (present.isEmpty()) {
            present = Optional.of(pace.alone(() -> isPresent(accepted)));
            if (present.get()) {
                recognized.run();
            }
        }
        return present.get();
    }

    private boolean isPresent(Request accepted) {
        return isServedAfterPause(accepted)
                && isRefusedWithoutPause(accepted)
                && IntStream.range(0, FOLLOWING)
                                .filter(i -> isRefused(accepted))
                                .count()
                        >= MOSTLY
                && isServedAfterPause(accepted)
                && isServedAfterPause(accepted);
    }

    private boolean isServedAfterPause(Request accepted) {
        for (Duration pause : PAUSES) {
            try {
                sleeper.sleep(pause);
            } catch (InterruptedException e) {
                throw RunEnded.interrupted();
            }
            if (pace.send(accepted).response().filter(Response::isSuccess).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefusedWithoutPause(Request accepted) {
        long begin = nanoTime.getAsLong();
        for (int i = 0; i < MOST_WITHOUT_PAUSE && nanoTime.getAsLong() - begin < LONGEST_WITHOUT_PAUSE; i++) {
            if (isRefused(accepted)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefused(Request accepted) {
        return pace.send(accepted)
                .response()
                .filter(response -> response.status() == 503 || response.status() == 429)
                .isPresent();
    }
}
