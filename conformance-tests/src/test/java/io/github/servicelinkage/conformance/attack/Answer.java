package io.github.servicelinkage.conformance.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What is answered instead of what a gateway would answer.
 *
 * @param how how it is sent
 * @param bytes what is sent first
 * @param again what is sent without end after it
 */
record Answer(How how, byte[] bytes, byte[] again) {
    private static final long DRIP_NANOS = 100_000_000;
    private static final Answer THROUGH = new Answer(How.THEN_THROUGH, new byte[0]);

    /** How it is sent; the connection stays open but where it is closed. */
    enum How {
        /** At once. */
        PLAIN,
        /** At once, and then the answer of the gateway behind. */
        THEN_THROUGH,
        /** At once, and then the connection ends. */
        THEN_CLOSE,
        /** Ten bytes in a second. */
        DRIPPED,
        /** At once, and then more without end. */
        ENDLESS
    }

    Answer(How how, byte[] bytes) {
        this(how, bytes, new byte[0]);
    }

    /** Lets every request through to a gateway. */
    static HostileServer.Script through(URI gateway) {
        return THROUGH.after(0, gateway);
    }

    /** Lets the first requests through to a gateway, so that a run begins, and gives this answer to all others. */
    HostileServer.Script after(int good, URI gateway) {
        AtomicInteger requests = new AtomicInteger();
        return (request, connection) -> {
            Answer answer = requests.incrementAndGet() <= good ? THROUGH : this;
            answer.send(connection.getOutputStream(), request, gateway);
            return answer.how != How.THEN_CLOSE;
        };
    }

    private void send(OutputStream out, byte[] request, URI gateway) throws IOException {
        switch (how) {
            case DRIPPED -> {
                for (byte one : bytes) {
                    out.write(one);
                    LockSupport.parkNanos(DRIP_NANOS);
                }
            }
            case ENDLESS -> {
                out.write(bytes);
                while (true) {
                    out.write(again);
                }
            }
            case THEN_THROUGH -> {
                out.write(bytes);
                out.write(HostileServer.forwarded(request, gateway));
            }
            default -> out.write(bytes);
        }
    }
}
