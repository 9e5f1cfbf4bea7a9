package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Exchanges over HTTP/1.1. Redirects are not followed, and certificates and host names are always verified. Whatever a target
 * sends, and however slowly, an exchange ends within its time limit, and takes no more memory than some responses are worth.
 *
 * <p>A request on a connection that was used before is sent once more, on a new one, if the connection ends without a byte of
 * response: the target may have closed an idle connection at that moment, which is its right (RFC 9112 §9.5).
 */
public final class HttpExchanger implements Exchanger {
    private final URI url;
    private final Duration timeout;
    private final Connections connections;

    /** Exchanges with a target. */
    public HttpExchanger(Target target) {
        this(target.url(), target.timeout(), target.caFile());
    }

    /**
     * Exchanges with a server.
     *
     * @param url what the path of a request is appended to
     * @param timeout time limit of one exchange, from the connection to the last byte of the response
     * @param caFile certificates to trust besides the system's, in PEM
     */
    public HttpExchanger(URI url, Duration timeout, Optional<Path> caFile) {
        this.url = url;
        this.timeout = timeout;
        this.connections = new Connections(
                url,
                "https".equalsIgnoreCase(url.getScheme())
                        ? Optional.of(caFile.map(CaFile::trusting).orElseGet(Connections::trustingTheSystem))
                        : Optional.empty());
    }

    @Override
    public Exchange send(Request request) {
        OutgoingRequest outgoing = new OutgoingRequest(url, request);
        try (Deadline deadline = new Deadline(timeout)) {
            try {
                Response response = response(outgoing, deadline);
                return Exchange.of(request, response, deadline.elapsed());
            } catch (IOException | HttpException e) {
                Failure failure = deadline.isOver() && !isUnreachable(e) ? Failure.TIMEOUT : failure(e);
                return Exchange.failed(request, failure, deadline.elapsed());
            }
        }
    }

    private Response response(OutgoingRequest request, Deadline deadline) throws IOException, HttpException {
        Connection connection = connections.any(deadline);
        try {
            return response(request, connection);
        } catch (IOException e) {
            if (!connection.isUsed() || connection.hasBytes() || deadline.isOver()) {
                throw e;
            }
            return response(request, connections.fresh(deadline));
        }
    }

    private Response response(OutgoingRequest request, Connection connection) throws IOException, HttpException {
        Wire wire = new Wire(connection, request);
        boolean kept = false;
        try {
            Response response = wire.exchange();
            kept = wire.keepsConnection();
            return response;
        } finally {
            if (kept) {
                connections.keep(connection);
            } else {
                connection.close();
            }
        }
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
        return e instanceof SSLException ? Failure.TLS : Failure.CLOSED;
    }
}
