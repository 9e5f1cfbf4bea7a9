package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * Exchanges over HTTP/1.1. Redirects are not followed, and certificates and host names are always verified.
 *
 * <p>A request whose connection ends without a response is sent once more, on another connection: the target may have closed
 * an idle connection at that moment, which is its right (RFC 9112 §9.5).
 */
public final class HttpExchanger implements Exchanger {
    private static final String EXPECT = "Expect";

    private final URI url;
    private final Duration timeout;
    private final HttpClient client;

    /** Exchanges with a target. */
    public HttpExchanger(Target target) {
        this(target.url(), target.timeout(), target.caFile());
    }

    /**
     * Exchanges with a server.
     *
     * @param url what the path of a request is appended to
     * @param timeout time limit of one request
     * @param caFile certificates to trust besides the system's, in PEM
     */
    public HttpExchanger(URI url, Duration timeout, Optional<Path> caFile) {
        this.url = url;
        this.timeout = timeout;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // The caller waits anyway: without threads in between a request takes half as much of the processor.
                .executor(Runnable::run)
                .connectTimeout(timeout);
        if ("https".equalsIgnoreCase(url.getScheme())) {
            caFile.ifPresent(file -> builder.sslContext(CaFile.trusting(file)));
        } else {
            builder.sslContext(CaFile.trustingNobody());
        }
        this.client = builder.build();
    }

    @Override
    public Exchange send(Request request) {
        Exchange exchange = sendOnce(request);
        return exchange.failure().filter(Failure.CLOSED::equals).isPresent() ? sendOnce(request) : exchange;
    }

    private Exchange sendOnce(Request request) {
        try {
            if (RawWhitespaceExchange.isNeeded(request)) {
                return Exchange.of(request, RawWhitespaceExchange.send(url, timeout, client.sslContext(), request));
            }
            HttpResponse<byte[]> response = client.send(http(request), BodyHandlers.ofByteArray());
            return Exchange.of(
                    request,
                    Response.of(
                            response.statusCode(),
                            response.headers().map(),
                            response.body(),
                            response.sslSession().map(SSLSession::getProtocol)));
        } catch (HttpConnectTimeoutException | ConnectException | UnresolvedAddressException e) {
            return Exchange.failed(request, Failure.UNREACHABLE);
        } catch (HttpTimeoutException | SocketTimeoutException e) {
            return Exchange.failed(request, Failure.TIMEOUT);
        } catch (SSLException e) {
            return Exchange.failed(request, Failure.TLS);
        } catch (IOException e) {
            return Exchange.failed(request, Failure.CLOSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exchange.failed(request, Failure.CLOSED);
        }
    }

    private HttpRequest http(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + request.path()))
                .timeout(timeout)
                .method(
                        request.method(),
                        request.body().length == 0 && !request.method().equals("POST")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        for (Header header : request.headers()) {
            if (header.name().equals(EXPECT)) {
                builder.expectContinue(true);
            } else {
                builder.header(header.name(), header.value());
            }
        }
        return builder.build();
    }
}
