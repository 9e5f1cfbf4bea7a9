package io.github.servicelinkage.client.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Listens on a free port of this machine, reads requests and lets a script respond byte by byte. */
public final class ScriptedServer implements AutoCloseable {

    /** Responds to one request. */
    @FunctionalInterface
    public interface Script {

        /**
         * Responds to a request; the connection stays open unless the script closes it.
         *
         * @param request what came
         * @param connection where to respond
         * @throws IOException if the client has gone
         */
        void respond(Request request, Connection connection) throws IOException;
    }

    private final String scheme;
    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Thread acceptor;

    private ScriptedServer(String scheme, ServerSocketFactory sockets, Script script) {
        this.scheme = scheme;
        this.script = script;
        try {
            this.listener = sockets.createServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.acceptor = daemon("scripted-server", this::accept);
    }

    public static ScriptedServer start(Script script) {
        return new ScriptedServer("http", ServerSocketFactory.getDefault(), script);
    }

    public static ScriptedServer startTls(ServerSocketFactory sockets, Script script) {
        return new ScriptedServer("https", sockets, script);
    }

    /** The server URL under an address of this machine. */
    public URI url() {
        return url("127.0.0.1");
    }

    /** The server URL under a name of the test's choice. */
    public URI url(String host) {
        return URI.create(scheme + "://" + host + ":" + listener.getLocalPort() + "/v1/common/member");
    }

    /** The requests read so far. */
    public List<Request> requests() {
        return requests;
    }

    /** How many connections neither side has closed. */
    public int openConnections() {
        return open.size();
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon("scripted-connection", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                Request request = Request.read(socket.getInputStream());
                if (request == null) {
                    return;
                }
                requests.add(request);
                script.respond(request, new Connection(socket));
            }
        } catch (IOException gone) {
            // The client has closed the connection, which is what many of the tests ask of it.
        } finally {
            open.remove(socket);
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
            acceptor.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
