package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in front of a mock gateway: lets the first requests through, so that a run begins, and answers all others with bytes of its
 * own.
 */
final class EvilGateway implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final long DRIP_NANOS = 100_000_000;

    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final MockGateway behind;
    private final int good;
    private final Function<String, Answer> answers;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * Starts one.
     *
     * @param good how many requests are let through
     * @param answers the answer to a request, which is given as it came
     */
    EvilGateway(MockGateway behind, int good, Function<String, Answer> answers) throws IOException {
        this.behind = behind;
        this.good = good;
        this.answers = answers;
        daemon(() -> {
            while (true) {
                Socket caller = server.accept();
                daemon(() -> {
                    try (caller) {
                        serve(caller);
                    }
                });
            }
        });
    }

    /** Its URL, with the path of the gateway behind it. */
    URI url() {
        return URI.create(
                "http://127.0.0.1:" + server.getLocalPort() + behind.url().getPath());
    }

    /** Its URL, without any path: what a request has as its path is all that the gateway behind gets below its own. */
    URI bareUrl() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Socket caller) throws IOException {
        caller.setTcpNoDelay(true);
        while (true) {
            byte[] head = head(caller.getInputStream());
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (text.toLowerCase(java.util.Locale.ROOT).contains("100-continue")) {
                caller.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
            byte[] request = whole(head, caller.getInputStream());
            Answer answer = requests.incrementAndGet() <= good
                    ? Answer.THROUGH
                    : answers.apply(new String(request, StandardCharsets.UTF_8));
            answer(caller.getOutputStream(), request, answer);
            if (answer.how() == Answer.How.THEN_CLOSE) {
                return;
            }
        }
    }

    private void answer(OutputStream out, byte[] request, Answer answer) throws IOException {
        switch (answer.how()) {
            case DRIPPED -> {
                for (byte one : answer.bytes()) {
                    out.write(one);
                    LockSupport.parkNanos(DRIP_NANOS);
                }
            }
            case ENDLESS -> {
                out.write(answer.bytes());
                while (true) {
                    out.write(answer.again());
                }
            }
            case THEN_THROUGH -> {
                out.write(answer.bytes());
                out.write(through(request));
            }
            default -> out.write(answer.bytes());
        }
    }

    private byte[] through(byte[] request) throws IOException {
        String text = new String(request, StandardCharsets.ISO_8859_1).replaceAll("(?i)expect:[^\r]*\r\n", "");
        String path = behind.url().getPath();
        if (!text.substring(text.indexOf(' ') + 1).startsWith(path)) {
            text = text.replaceFirst(" ", " " + path);
        }
        try (Socket gateway =
                new Socket(InetAddress.getLoopbackAddress(), behind.url().getPort())) {
            gateway.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            byte[] head = head(gateway.getInputStream());
            return text.startsWith("HEAD") ? head : whole(head, gateway.getInputStream());
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return head.toByteArray();
    }

    private static byte[] whole(byte[] head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(new String(head, StandardCharsets.ISO_8859_1));
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static void daemon(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException closed) {
                // One of the sides is done.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Step {
        void run() throws IOException;
    }

    /**
     * What is answered.
     *
     * @param how how it is sent
     * @param bytes what is sent first
     * @param again what is sent without end after it
     */
    record Answer(How how, byte[] bytes, byte[] again) {
        static final Answer THROUGH = new Answer(How.THEN_THROUGH, new byte[0], new byte[0]);

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
    }
}
