package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.message.Text;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How long a run goes on waiting for a target that asks it to, and lets nothing else through in between. Thread-safe.
 */
final class Patience {
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private final Consumer<Duration> waiting;
    private OptionalLong since = OptionalLong.empty();
    private long answers;
    private boolean told;

    /**
     * The patience of a run.
     *
     * @param nanoTime a clock in nanoseconds
     * @param waiting hears how long the target asks to wait, the first time and whenever it is worth telling
     */
    Patience(LongSupplier nanoTime, Consumer<Duration> waiting) {
        this.nanoTime = nanoTime;
        this.waiting = waiting;
    }

    /**
     * The target asks to wait.
     *
     * @param isNamed whether it says how long
     * @throws RunEnded if the run has waited long enough
     */
    synchronized void asked(Duration wait, boolean isNamed) {
        long now = nanoTime.getAsLong();
        if (since.isEmpty()) {
            since = OptionalLong.of(now);
            if (isNamed && (!told || wait.compareTo(WORTH_TELLING) >= 0)) {
                told = true;
                waiting.accept(wait);
            }
        }
        if (now - since.getAsLong() + wait.toNanos() > LONGEST.toNanos()) {
            throw new RunEnded(Text.of(
                    "대상이 %d분 동안 기다리라고만 응답했습니다. --rate로 속도를 낮추거나 나중에 다시 실행하십시오.",
                    "For %d minutes the target did nothing but ask to wait. Slow down with --rate, or run again later.",
                    LONGEST.toMinutes()));
        }
    }

    /** The target responded. */
    synchronized void answered() {
        since = OptionalLong.empty();
        answers++;
    }

    /** How often the target responded. */
    synchronized long answers() {
        return answers;
    }
}
