package io.github.servicelinkage.client.transport;

import java.time.Duration;

/** Time as it passes for one call, so that tests need not wait for it. */
public interface Pause {

    /** The machine's own time. */
    Pause REAL = new Pause() {
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
     * A reading of a clock that nobody sets, for differences only.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /**
     * Lets time pass.
     *
     * @param duration how much
     * @throws InterruptedException if the thread was interrupted meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;
}
