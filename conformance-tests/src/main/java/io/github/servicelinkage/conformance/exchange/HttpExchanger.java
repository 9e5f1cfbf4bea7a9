package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import io.github.servicelinkage.conformance.message.Text;
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
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/**
 * Exchanges over HTTP/1.1. Redirects are not followed, and certificates and host names are always verified.
 *
 * <p>A request whose connection ends without an answer is sent once more, on another connection: the target may have closed
 * an idle connection at that moment, which is its right (RFC 9112 §9.5).
 */
public final class HttpExchanger implements Exchanger {
    private static final String EXPECT = "Expect";

    private final Target target;
    private final HttpClient client;

    /** Exchanges with a target. */
    public HttpExchanger(Target target) {
        this.target = target;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // The caller waits anyway: without threads in between a request takes half as much of the processor.
                .executor(Runnable::run)
                .connectTimeout(target.timeout());
        if (target.isTls()) {
            target.caFile().ifPresent(file -> builder.sslContext(CaFile.trusting(file)));
        } else {
            builder.sslContext(CaFile.trustingNobody());
        }
        this.client = builder.build();
    }

    @Override
    public Exchange exchange(Text description, Request request) {
        Exchange exchange = send(description, request);
        return exchange.failure().filter(Failure.CLOSED::equals).isPresent() ? send(description, request) : exchange;
    }

    private Exchange send(Text description, Request request) {
        try {
            if (VerbatimExchange.isNeeded(request)) {
                return Exchange.answered(
                        description, request, VerbatimExchange.send(target, client.sslContext(), request));
            }
            HttpResponse<byte[]> response = client.send(http(request), BodyHandlers.ofByteArray());
            return Exchange.answered(
                    description,
                    request,
                    Answer.of(
                            response.statusCode(),
                            response.headers().map(),
                            response.body(),
                            response.sslSession().map(SSLSession::getProtocol)));
        } catch (HttpConnectTimeoutException | ConnectException | UnresolvedAddressException e) {
            return Exchange.failed(description, request, Failure.UNREACHABLE);
        } catch (HttpTimeoutException | SocketTimeoutException e) {
            return Exchange.failed(description, request, Failure.TIMEOUT);
        } catch (SSLException e) {
            return Exchange.failed(description, request, Failure.TLS);
        } catch (IOException e) {
            return Exchange.failed(description, request, Failure.CLOSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exchange.failed(description, request, Failure.CLOSED);
        }
    }

    private HttpRequest http(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(target.url() + request.path()))
                .timeout(target.timeout())
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
