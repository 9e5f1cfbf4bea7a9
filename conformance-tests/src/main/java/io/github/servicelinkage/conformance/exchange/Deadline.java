package io.github.servicelinkage.conformance.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of one exchange as a whole. When it is over, what the exchange waits on is closed, which ends the waiting. No
 * time limit of a socket does that: each of them begins anew with every byte.
 */
final class Deadline implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private final Duration limit;
    private final ScheduledFuture<?> end;
    private @Nullable Closeable guarded;
    private boolean over;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = WATCHDOG.schedule(this::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Closes this, and nothing else, when the time is over. */
    synchronized void guard(Closeable connection) {
        guarded = connection;
        if (over) {
            close(connection);
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    Duration elapsed() {
        return limit.minusNanos(end.getDelay(TimeUnit.NANOSECONDS));
    }

    /** At least 1, since 0 means no limit to a socket. */
    int remainingMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, end.getDelay(TimeUnit.MILLISECONDS)));
    }

    /** The exchange is over in time. */
    @Override
    public synchronized void close() {
        end.cancel(false);
        guarded = null;
    }

    private synchronized void expire() {
        over = true;
        if (guarded != null) {
            close(guarded);
        }
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }

    private static ScheduledThreadPoolExecutor watchdog() {
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "linkage-deadline");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }
}
