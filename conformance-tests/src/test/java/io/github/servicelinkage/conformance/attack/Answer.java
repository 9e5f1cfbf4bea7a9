package io.github.servicelinkage.conformance.attack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What is answered instead of what a gateway would answer.
 *
 * <p>{@code {length}} is the length of the body. Signs before the input say how it is sent: {@code +} and then the right answer,
 * {@code !} and then an end of the connection, {@code .} by ten bytes in a second, {@code ~} and then what stands after {@code ~|}
 * without end.
 *
 * @param how how it is sent
 * @param bytes what is sent first
 * @param again what is sent without end after it
 */
record Answer(How how, byte[] bytes, byte[] again) {
    private static final long DRIP_NANOS = 100_000_000;
    private static final Map<Character, How> SIGNS =
            Map.of('+', How.THEN_THROUGH, '!', How.THEN_CLOSE, '.', How.DRIPPED, '~', How.ENDLESS);
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

    /** The answer that a row of a table describes. */
    static Answer of(Attack attack) {
        String text = withLength(new String(attack.bytes(), StandardCharsets.ISO_8859_1));
        How how = SIGNS.getOrDefault(text.charAt(0), How.PLAIN);
        String sent = how == How.PLAIN ? text : text.substring(1);
        int again = how == How.ENDLESS ? sent.indexOf("~|") : sent.length();
        String endless = how == How.ENDLESS ? sent.substring(again + 2).repeat(100) : "";
        return new Answer(
                how,
                sent.substring(0, again).getBytes(StandardCharsets.ISO_8859_1),
                endless.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String withLength(String text) {
        int body = text.length() - text.indexOf("\r\n\r\n") - 4;
        return text.replace("{length}", String.valueOf(body));
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
