package io.github.servicelinkage.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server without any HTTP of its own: each connection reads heads and does what its script says, to the letter. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Script> scripts;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    /** Starts one; the last script serves all connections that come after it. */
    ScriptedServer(Script... scripts) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), scripts);
    }

    /** Starts one on a socket of its own kind. */
    ScriptedServer(ServerSocket server, Script... scripts) {
        this.scripts = List.of(scripts);
        this.server = server;
        daemon(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/base");
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = server.accept();
            open.add(socket);
            Script script = scripts.get(Math.min(connections.getAndIncrement(), scripts.size() - 1));
            daemon(() -> {
                try (socket) {
                    script.run(new Peer(socket));
                }
            });
        }
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

    /** One side of a connection. */
    final class Peer {
        final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        /** Reads until these characters have come, and notes what came. */
        String readTo(String end) throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("closed");
                }
                read.write(next);
            }
            String text = read.toString(StandardCharsets.ISO_8859_1);
            received.add(text);
            return text;
        }

        void head() throws IOException {
            readTo("\r\n\r\n");
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        /** Does nothing more until the other side is gone. */
        void stall() throws IOException {
            while (in.read() >= 0) {
                // What comes is of no interest.
            }
        }
    }

    interface Script {
        void run(Peer peer) throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }
}
