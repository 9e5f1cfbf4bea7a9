package io.github.servicelinkage.conformance.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets time pass. The only place of the suite where it is read and waited for; everything else is given it. */
@FunctionalInterface
public interface Sleeper {
    /** The real one. */
    Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

    /** A clock for differences, in nanoseconds. */
    LongSupplier NANO_TIME = System::nanoTime;

    /** Waits. */
    void sleep(Duration duration) throws InterruptedException;
}
