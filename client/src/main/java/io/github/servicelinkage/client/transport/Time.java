package io.github.servicelinkage.client.transport;

import java.time.Duration;

/** The passing of time, so that tests need not wait for it. */
public interface Time {

    /** The time of this machine. */
    Time SYSTEM = new Time() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis());
        }
    };

    /**
     * Monotonic time in nanoseconds; only differences are meaningful.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /**
     * Blocks the calling thread.
     *
     * @param duration how long
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;
}
