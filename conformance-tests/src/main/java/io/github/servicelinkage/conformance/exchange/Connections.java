package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** Connections to one server: opens them, and keeps those that may be used again. Thread-safe. */
final class Connections {
    private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final URI url;
    private final String host;
    private final int port;
    private final Optional<SSLContext> tls;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * Connections to a server.
     *
     * @param tls whom to trust; empty without TLS
     */
    Connections(URI url, Optional<SSLContext> tls) {
        this.url = url;
        this.host = url.getHost().replaceAll("[\\[\\]]", "");
        this.port = url.getPort() >= 0 ? url.getPort() : tls.isPresent() ? 443 : 80;
        this.tls = tls;
    }

    static SSLContext trustingTheSystem() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is open already, or else a new one. */
    Connection any(Deadline deadline) throws IOException {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isQuiet()) {
                return guarded(kept, deadline);
            }
            kept.close();
        }
        return fresh(deadline);
    }

    /** A new one. */
    Connection fresh(Deadline deadline) throws IOException {
        Proxy proxy = ProxySelector.getDefault() == null
                ? Proxy.NO_PROXY
                : ProxySelector.getDefault().select(url).stream().findFirst().orElse(Proxy.NO_PROXY);
        boolean proxyReads = proxy.type() == Proxy.Type.HTTP && tls.isEmpty();
        Socket tcp = connected(proxyReads ? Proxy.NO_PROXY : proxy, proxyReads ? proxy.address() : server(), deadline);
        try {
            Socket socket = tls.isPresent() ? secured(tcp, tls.get()) : tcp;
            return guarded(new Connection(socket, tcp, proxyReads), deadline);
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }

    /** Keeps it for another exchange. */
    void keep(Connection connection) {
        connection.end();
        idle.addFirst(connection);
    }

    private SocketAddress server() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    private static Connection guarded(Connection connection, Deadline deadline) {
        deadline.guard(connection);
        connection.begin();
        return connection;
    }

    /** Tries all addresses of the host in turn, each for its share of the time that is left. */
    private static Socket connected(Proxy proxy, SocketAddress server, Deadline deadline) throws IOException {
        try {
            List<SocketAddress> addresses = proxy.type() == Proxy.Type.DIRECT ? resolved(server) : List.of(server);
            for (int i = 0; i < addresses.size() && !deadline.isOver(); i++) {
                Socket socket = new Socket(proxy);
                try {
                    deadline.guard(socket);
                    socket.setTcpNoDelay(true);
                    socket.connect(addresses.get(i), Math.max(1, deadline.remainingMillis() / (addresses.size() - i)));
                    return socket;
                } catch (IOException e) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            // Not known by this name.
        }
        throw new Unanswered(Failure.UNREACHABLE);
    }

    private static List<SocketAddress> resolved(SocketAddress server) throws IOException {
        InetSocketAddress named = (InetSocketAddress) server;
        return Arrays.stream(InetAddress.getAllByName(named.getHostString()))
                .<SocketAddress>map(address -> new InetSocketAddress(address, named.getPort()))
                .toList();
    }

    private SSLSocket secured(Socket tcp, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tcp, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(TLS_VERSIONS);
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            if (isDistrust(e)) {
                throw e;
            }
            throw new Unanswered(Failure.NO_TLS);
        }
    }

    /** Whether both sides speak TLS and do not agree; a connection that only ends, ends a handshake too. */
    private static boolean isDistrust(IOException e) {
        return (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException)
                && !(e.getCause() instanceof IOException);
    }
}
