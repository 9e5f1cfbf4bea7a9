package io.github.servicelinkage.conformance.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens on a free port of this machine, reads each request to its end, and lets a script answer with any bytes. */
final class HostileServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding: *chunked");
    private static final Pattern EXPECTATION = Pattern.compile("(?i)100-continue");
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    /** Answers one request. */
    @FunctionalInterface
    interface Script {
        /**
         * Answers a request.
         *
         * @param request the bytes of the request
         * @param connection where to answer; closed afterwards, unless the script says otherwise
         * @return whether the connection stays open for another request
         */
        boolean answer(byte[] request, Socket connection) throws IOException;
    }

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Script script;
    private volatile int largestBody = Integer.MAX_VALUE;
    private volatile byte[] refusal = {};

    HostileServer(Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        daemon(this::accept);
    }

    /** Answers every request with the same bytes, then closes the connection. */
    static Script sending(byte[] answer) {
        return (request, connection) -> {
            connection.getOutputStream().write(answer);
            return false;
        };
    }

    /** From the next request on, answers by this script. */
    void script(Script next) {
        script = next;
    }

    /** Refuses a larger body before it is read, and resets the connection. */
    void refuseEarly(int largest, byte[] answer) {
        refusal = answer;
        largestBody = largest;
    }

    URI url() {
        return URI.create(bareUrl() + "/v1/common/member");
    }

    /** Its URL without any path. */
    URI bareUrl() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Passes a request on to a gateway, below its path; returns the response. */
    static byte[] forwarded(byte[] request, URI gateway) throws IOException {
        String text = text(request).replaceAll("(?i)expect:[^\r]*\r\n", "");
        if (!text.substring(text.indexOf(' ') + 1).startsWith(gateway.getPath())) {
            text = text.replaceFirst(" ", " " + gateway.getPath());
        }
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            byte[] head = head(socket.getInputStream());
            return text.startsWith("HEAD") ? head : whole(head, socket.getInputStream());
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            open.add(socket);
            daemon(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            socket.setTcpNoDelay(true);
            boolean again = true;
            while (again) {
                byte[] head = head(socket.getInputStream());
                Matcher length = LENGTH.matcher(text(head));
                if (length.find() && Integer.parseInt(length.group(1)) > largestBody) {
                    socket.getOutputStream().write(refusal);
                    socket.setSoLinger(true, 0);
                    return;
                }
                if (EXPECTATION.matcher(text(head)).find()) {
                    socket.getOutputStream().write(CONTINUE);
                }
                again = head.length > 0 && script.answer(whole(head, socket.getInputStream()), socket);
            }
            // A close with unread bytes would be a reset, and could overtake the answer.
            socket.shutdownOutput();
            socket.setSoTimeout(1000);
            socket.getInputStream().skip(1 << 16);
        } finally {
            open.remove(socket);
        }
    }

    /** The head of a message; empty at the end of the connection. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int tail = 0;
        while (tail != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            tail = tail << 8 | next;
        }
        return head.toByteArray();
    }

    private static byte[] whole(byte[] head, InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        Matcher length = LENGTH.matcher(text(head));
        if (length.find()) {
            whole.writeBytes(in.readNBytes(Integer.parseInt(length.group(1))));
        } else if (CHUNKED.matcher(text(head)).find()) {
            while (!text(whole.toByteArray()).endsWith("\r\n0\r\n\r\n")) {
                whole.write(in.read());
            }
        }
        return whole.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException gone) {
                        // One of the two sides has closed, as most of the scripts provoke.
                    }
                },
                "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
