package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Exchanges over HTTP/1.1 or HTTP/2. Redirects are not followed, and certificates and host names are always verified. Whatever a
 * target sends, and however slowly, an exchange ends within its time limit, and takes no more memory than some responses are worth.
 *
 * <p>A request on a connection that was used before is sent once more, on a new one, if the connection ends without a byte of
 * response, or without the target having looked at it: the target may have closed an idle connection at that moment, which is its
 * right (RFC 9112 §9.5, RFC 9113 §8.7).
 */
public final class HttpExchanger implements Exchanger {
    private static final int TOO_MANY_REQUESTS = 429;
    private final URI url;
    private final Duration timeout;
    private final HttpVersion version;
    private final boolean tls;
    private final Connections connections;
    private final Connections http1Connections;
    private volatile boolean spokeHttp2;

    /** Exchanges with a target. */
    public HttpExchanger(Target target) {
        this(target.url(), target.timeout(), target.caFile(), target.http());
    }

    /** Exchanges with a server, in the version of HTTP that it chooses. */
    public HttpExchanger(URI url, Duration timeout, Optional<Path> caFile) {
        this(url, timeout, caFile, HttpVersion.NEGOTIATED);
    }

    /**
     * Exchanges with a server.
     *
     * @param url what the path of a request is appended to
     * @param timeout time limit of one exchange, from the connection to the last byte of the response
     * @param caFile certificates to trust besides the system's, in PEM
     * @param version which versions of HTTP the server is offered; a request that HTTP/2 cannot carry takes HTTP/1.1 if it may
     */
    public HttpExchanger(URI url, Duration timeout, Optional<Path> caFile, HttpVersion version) {
        this.url = url;
        this.timeout = timeout;
        this.version = version;
        this.tls = "https".equalsIgnoreCase(url.getScheme());
        Optional<SSLContext> trust = tls
                ? Optional.of(caFile.map(CaFile::trusting).orElseGet(Connections::trustingTheSystem))
                : Optional.empty();
        this.connections = new Connections(url, trust, version);
        this.http1Connections = new Connections(url, trust, HttpVersion.HTTP_1_1);
    }

    @Override
    public Exchange send(Request request) {
        OutgoingRequest outgoing = new OutgoingRequest(url, request);
        try (Deadline deadline = new Deadline(timeout)) {
            try {
                return response(request, outgoing, deadline);
            } catch (IOException | HttpException e) {
                Failure failure = deadline.isOver() && !isUnreachable(e) ? Failure.TIMEOUT : failure(e);
                return Exchange.failed(request, failure, deadline.elapsed());
            }
        }
    }

    private Exchange response(Request request, OutgoingRequest outgoing, Deadline deadline)
            throws IOException, HttpException {
        Connections suitable = suitable(outgoing);
        Connection connection = suitable.any(deadline);
        Wire wire = wire(connection, outgoing);
        Response response;
        try {
            response = response(wire, connection, suitable);
        } catch (IOException e) {
            if (!connection.isUsed() || wire.hasBegun() || deadline.isOver()) {
                throw e;
            }
            connection = suitable.fresh(deadline);
            response = response(wire(connection, outgoing), connection, suitable);
        }
        return Exchange.of(asSent(request, connection), response, deadline.elapsed());
    }

    /** Most requests may take whatever the target chooses. */
    private Connections suitable(OutgoingRequest request) throws Unanswered {
        boolean mayBeHttp2 = version == HttpVersion.HTTP_2 || tls && version == HttpVersion.NEGOTIATED;
        if (!mayBeHttp2 || Http2Head.fits(request)) {
            return connections;
        }
        if (version == HttpVersion.HTTP_2) {
            throw new Unanswered(Failure.HTTP2_ONLY);
        }
        return http1Connections;
    }

    private Wire wire(Connection connection, OutgoingRequest request) throws IOException {
        spokeHttp2 |= connection.isHttp2();
        if (connection.isHttp2()) {
            return new Http2Wire(connection, request);
        }
        if (spokeHttp2 && !connection.isNegotiated()) {
            // Who knows ALPN, and does not choose HTTP/1.1 when it alone is offered, does not speak it.
            connection.close();
            throw new Unanswered(Failure.HTTP2_ONLY);
        }
        return new Http1Wire(connection, request);
    }

    private static Response response(Wire wire, Connection connection, Connections connections)
            throws IOException, HttpException {
        boolean kept = false;
        try {
            Response response = wire.exchange();
            // Some limiters count what comes on one connection.
            kept = wire.keepsConnection() && response.status() != TOO_MANY_REQUESTS;
            return response;
        } finally {
            if (kept) {
                connections.keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private Request asSent(Request request, Connection connection) {
        return connection.isHttp2()
                ? request.withVersion(tls ? Framing.HTTP_2 : Framing.HTTP_2_PRIOR_KNOWLEDGE)
                : request;
    }

    private static boolean isUnreachable(Exception e) {
        return e instanceof Unanswered unanswered && unanswered.failure() == Failure.UNREACHABLE;
    }

    private static Failure failure(Exception e) {
        if (e instanceof Unanswered unanswered) {
            return unanswered.failure();
        }
        if (e instanceof MessageConstraintException) {
            return Failure.TOO_LARGE;
        }
        if (e instanceof HttpException || e instanceof MalformedChunkCodingException) {
            return Failure.MALFORMED;
        }
        if (e instanceof SSLException) {
            return tlsFailure(String.valueOf(e.getMessage()));
        }
        return Failure.CLOSED;
    }

    /** The JDK tells the alerts of the other side (RFC 8446 §6.2), and a version that it does not take, by words alone. */
    private static Failure tlsFailure(String words) {
        if (words.contains("fatal alert: certificate_required") || words.contains("fatal alert: bad_certificate")) {
            return Failure.CLIENT_CERTIFICATE;
        }
        if (words.contains("fatal alert: handshake_failure")) {
            return Failure.TLS_REFUSED;
        }
        return words.contains("protocol_version") || words.contains("protocol version")
                ? Failure.TLS_VERSION
                : Failure.TLS;
    }
}
