package io.github.servicelinkage.conformance.proof.plain;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on a port of this machine; every connection has a thread of its own. */
final class PlainServer implements AutoCloseable {
    private static final int IDLE_MILLISECONDS = 20_000;
    private static final int WAITING = 200;
    private static final PlainRequest UNREAD = new PlainRequest("", "", "HTTP/1.1", List.of(), new byte[0]);

    /** Shared by all that run in turn: most of their connections are short. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "plain-gateway");
        thread.setDaemon(true);
        return thread;
    });

    private final String path;
    private final Handler handler;
    private final ServerSocket server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Gives the response to a request. */
    interface Handler {
        PlainResponse handle(PlainRequest request);
    }

    private PlainServer(String path, Handler handler) throws IOException {
        this.path = path;
        this.handler = handler;
    }

    static PlainServer start(String path, Handler handler) throws IOException {
        PlainServer started = new PlainServer(path, handler);
        THREADS.execute(started::accept);
        return started;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                THREADS.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLISECONDS);
            PlainWire wire = new PlainWire(
                    new BufferedInputStream(socket.getInputStream()),
                    new BufferedOutputStream(socket.getOutputStream()));
            boolean more = true;
            while (more) {
                more = serveOne(wire);
            }
        } catch (IOException gone) {
            // The caller has closed the connection, or the server has.
        } finally {
            open.remove(socket);
        }
    }

    private boolean serveOne(PlainWire wire) throws IOException {
        Optional<PlainRequest> request;
        try {
            request = wire.read();
        } catch (PlainWire.Unreadable e) {
            wire.write(UNREAD, PlainResponse.error(e.status(), "not a request of HTTP"), false);
            return false;
        }
        if (request.isEmpty()) {
            return false;
        }
        PlainResponse response = handler.handle(request.get());
        if (response.status() == 0) {
            return false;
        }
        boolean keep = request.get().version().equals("HTTP/1.1")
                && !request.get().has("Connection", "close")
                && !"close".equals(response.headers().get("connection"));
        wire.write(request.get(), response.withoutHeader("connection"), keep);
        return keep;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
