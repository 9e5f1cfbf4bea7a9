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
    private final HttpVersion version;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * Connections to a server.
     *
     * @param tls whom to trust; empty without TLS
     * @param version what to speak
     */
    Connections(URI url, Optional<SSLContext> tls, HttpVersion version) {
        this.url = url;
        this.host = url.getHost().replaceAll("[\\[\\]]", "");
        this.port = url.getPort() >= 0 ? url.getPort() : tls.isPresent() ? 443 : 80;
        this.tls = tls;
        this.version = version;
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
            return guarded(new Connection(socket, tcp, proxyReads, isHttp2(socket, proxyReads)), deadline);
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

    /** Whether HTTP/2 was agreed on, or nothing else is wanted; no proxy that reads requests is asked for it. */
    private boolean isHttp2(Socket socket, boolean proxyReads) throws Unanswered {
        boolean agreed = socket instanceof SSLSocket secured
                ? secured.getApplicationProtocol().equals("h2")
                : version == HttpVersion.HTTP_2 && !proxyReads;
        if (version == HttpVersion.HTTP_2 && !agreed) {
            throw new Unanswered(Failure.NO_HTTP2);
        }
        return agreed;
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
        parameters.setApplicationProtocols(version.protocols());
        socket.setSSLParameters(parameters);
        try {
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** The JDK tells one alert of the other side (RFC 7301 §3.2) from another by its words alone. */
    private IOException refusal(IOException e) {
        if (String.valueOf(e.getMessage()).contains("no_application_protocol")) {
            return new Unanswered(version == HttpVersion.HTTP_2 ? Failure.NO_HTTP2 : Failure.HTTP2_ONLY);
        }
        return isDistrust(e) ? e : new Unanswered(Failure.NO_TLS);
    }

    /** Whether both sides speak TLS and do not agree; a connection that only ends, ends a handshake too. */
    private static boolean isDistrust(IOException e) {
        return (e instanceof SSLHandshakeException || e instanceof SSLPeerUnverifiedException)
                && !(e.getCause() instanceof IOException);
    }
}
