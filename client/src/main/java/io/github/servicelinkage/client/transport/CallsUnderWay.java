package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.ConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls of one client that are waiting, for a response or for their next attempt; closing this ends them all at once.
 * It does so by interruption: that is the one way to give up a request that Java 17 to 25 have in common.
 *
 * <p>Thread-safe.
 */
public final class CallsUnderWay implements AutoCloseable {

    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** No calls so far. */
    public CallsUnderWay() {}

    /** A step that blocks the calling thread and can be interrupted. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Takes a step of a call.
     *
     * @throws ConnectionException if the client is closed, before or meanwhile
     * @throws io.github.servicelinkage.client.error.CallInterruptedException if somebody else interrupts the thread
     */
    <T> T await(OutgoingCall call, Step<T> step) throws IOException {
        Waiting here = new Waiting(Thread.currentThread());
        waiting.add(here);
        try {
            // Asked after joining the others, so that none is missed by a close at this moment.
            if (closed) {
                throw ConnectionException.closed(call.requestId());
            }
            return step.run();
        } catch (InterruptedException interrupted) {
            throw here.leave() ? ConnectionException.closed(call.requestId()) : call.interrupted();
        } catch (IOException broken) {
            if (here.leave()) {
                throw ConnectionException.closed(call.requestId());
            }
            throw broken;
        } finally {
            here.leave();
            waiting.remove(here);
        }
    }

    @Override
    public void close() {
        closed = true;
        waiting.forEach(Waiting::end);
    }

    /** One thread, which is interrupted at most once, and never after it has left. */
    private static final class Waiting {

        private final Thread thread;
        private boolean ended;
        private boolean left;

        Waiting(Thread thread) {
            this.thread = thread;
        }

        synchronized void end() {
            if (!left && !ended) {
                ended = true;
                thread.interrupt();
            }
        }

        /** Takes the interruption back, of which the rest of the thread knows nothing; says whether there was one. */
        synchronized boolean leave() {
            if (ended && !left) {
                Thread.interrupted();
            }
            left = true;
            return ended;
        }
    }
}
