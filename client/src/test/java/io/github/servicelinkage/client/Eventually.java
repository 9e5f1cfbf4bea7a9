package io.github.servicelinkage.client;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the other side of a connection, or the garbage collector, does in its own time. */
final class Eventually {

    /** Shorter than the 30 seconds after which Java 21 and later close an idle connection by themselves. */
    private static final long LIMIT_NANOS = 20_000_000_000L;

    private Eventually() {}

    /** Whether the condition came true; gives up only when it plainly never will. */
    static boolean comesTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return true;
    }
}
