package io.github.servicelinkage.conformance.proof;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stands before a gateway, and changes what callers send before it is read as HTTP. */
final class Front implements AutoCloseable {
    private final URI gateway;
    private final UnaryOperator<String> change;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Front(URI gateway, UnaryOperator<String> change) throws IOException {
        this.gateway = gateway;
        this.change = change;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    /** Starts one; the change sees each byte as a character. */
    static Front of(URI gateway, UnaryOperator<String> change) throws IOException {
        return new Front(gateway, change);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + gateway.getPath());
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
            Socket caller = server.accept();
            Socket behind = new Socket(gateway.getHost(), gateway.getPort());
            for (Socket socket : List.of(caller, behind)) {
                socket.setTcpNoDelay(true);
                open.add(socket);
            }
            run(() -> pass(caller, behind, change));
            run(() -> pass(behind, caller, UnaryOperator.identity()));
        }
    }

    private static void pass(Socket from, Socket to, UnaryOperator<String> change) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                String text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
                out.write(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Runs until a connection ends, at which both sides have seen it end. */
    private static void run(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException closed) {
                // The other side has closed, or the front has: nothing is left to pass on.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Passing {
        void run() throws IOException;
    }
}
