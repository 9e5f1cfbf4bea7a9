package io.github.servicelinkage.conformance.engine;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
    /** The real one. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;
}
