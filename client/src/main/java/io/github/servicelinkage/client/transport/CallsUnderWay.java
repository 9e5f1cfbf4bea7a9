package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.ConnectionException;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one client that are waiting, for a response or for their next attempt; closing this ends them all at once.
 * One that receives a body gives it up. Any other is interrupted: that is the one way to give up a request that Java 17 to
 * 25 have in common, but Java 17 miscounts the requests of its client where it happens in the middle of a body.
 *
 * <p>Thread-safe.
 */
public final class CallsUnderWay {

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Runnable afterTheLast;

    /** No calls so far. */
    public CallsUnderWay() {}

    /** A step that blocks the calling thread and can be interrupted. */
    @FunctionalInterface
    interface Step<T> {
        /**
         * Takes the step.
         *
         * @param release for another thread to call, if the step is stuck long after it should have ended: it ends as late
         */
        T run(Runnable release) throws IOException, InterruptedException;
    }

    /**
     * Takes a step of a call.
     *
     * @throws ConnectionException if the client is closed, before or meanwhile
     * @throws io.github.servicelinkage.client.error.CallInterruptedException if somebody else interrupts the thread
     */
    <T> T await(OutgoingCall call, Step<T> step) throws IOException {
        return await(call, step, () -> false);
    }

    /**
     * Takes a step of a call that may be able to end by itself.
     *
     * @param giveUp makes the step end, and says whether it does; if not, its thread is interrupted
     * @throws ConnectionException if the client is closed, before or meanwhile
     * @throws HttpTimeoutException if it had to be released
     * @throws io.github.servicelinkage.client.error.CallInterruptedException if somebody else interrupts the thread
     */
    <T> T await(OutgoingCall call, Step<T> step, BooleanSupplier giveUp) throws IOException {
        Waiting here = new Waiting(Thread.currentThread(), giveUp);
        waiting.add(here);
        try {
            // Asked after joining the others, so that none is missed by a close at this moment.
            if (afterTheLast != null) {
                throw ConnectionException.closed(call.requestId());
            }
            return step.run(here::release);
        } catch (InterruptedException interrupted) {
            if (here.isReleased()) {
                here.leave();
                throw new HttpTimeoutException("stuck");
            }
            throw here.leave() ? ConnectionException.closed(call.requestId()) : call.interrupted();
        } catch (IOException broken) {
            if (here.leave()) {
                throw ConnectionException.closed(call.requestId());
            }
            throw broken;
        } finally {
            here.leave();
            waiting.remove(here);
            releaseAfterTheLast();
        }
    }

    /**
     * Ends the calls, and lets no other begin.
     *
     * @param release called when none is under way any more, in whatever thread that is noticed; perhaps more than once
     */
    public void close(Runnable release) {
        afterTheLast = release;
        waiting.forEach(Waiting::end);
        releaseAfterTheLast();
    }

    private void releaseAfterTheLast() {
        Runnable release = afterTheLast;
        if (release != null && waiting.isEmpty()) {
            release.run();
        }
    }

    /** One thread, which is interrupted at most once, and never after it has left. */
    private static final class Waiting {

        private final Thread thread;
        private final BooleanSupplier giveUp;
        private boolean ended;
        private boolean released;
        private boolean interrupted;
        private boolean left;

        Waiting(Thread thread, BooleanSupplier giveUp) {
            this.thread = thread;
            this.giveUp = giveUp;
        }

        synchronized void end() {
            if (!left && !ended) {
                ended = true;
                if (giveUp.getAsBoolean()) {
                    Deadlines.later(this::interrupt);
                } else {
                    interrupt();
                }
            }
        }

        synchronized void release() {
            if (!left && !ended) {
                released = true;
                interrupt();
            }
        }

        synchronized boolean isReleased() {
            return released;
        }

        private synchronized void interrupt() {
            if (!left && !interrupted) {
                interrupted = true;
                thread.interrupt();
            }
        }

        /** Takes the interruption back, of which the rest of the thread knows nothing; says whether the call was ended. */
        synchronized boolean leave() {
            if (interrupted && !left) {
                Thread.interrupted();
            }
            left = true;
            return ended;
        }
    }
}
