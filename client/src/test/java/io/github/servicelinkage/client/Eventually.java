package io.github.servicelinkage.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the other side of a connection, or the garbage collector, does in its own time. */
final class Eventually {

    /** Shorter than the 30 seconds after which Java 21 and later close an idle connection by themselves. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Eventually() {}

    /** Whether the condition came true; gives up only when it plainly never will. */
    static boolean comesTrue(BooleanSupplier condition) {
        return comesTrue(LIMIT, condition);
    }

    /** Whether the condition came true within a time that is far more than it takes. */
    static boolean comesTrue(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return true;
    }
}
