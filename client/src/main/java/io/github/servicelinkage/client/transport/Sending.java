package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.CallTimeoutException;
import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.error.ResponseTooLargeException;
import io.github.servicelinkage.client.response.RawResponse;
import io.github.servicelinkage.client.transport.BoundedBody.End;
import io.github.servicelinkage.client.transport.BoundedBody.Received;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends one request and waits for the complete response: the end of the chain. */
final class Sending implements Transport {

    /** How the JDK, from 17 to 25, calls the error code HTTP_1_1_REQUIRED. */
    private static final String HTTP_1_1_REQUIRED = "Use HTTP/1.1 for request";

    private final HttpClient http;
    private final URI server;
    private final int maxResponseBytes;
    private final Time time;
    private final CallsUnderWay underWay;
    private volatile boolean oldVersion;
    private final Map<String, URI> urls = new ConcurrentHashMap<>();

    /**
     * Sends to one server.
     *
     * @param http sends; follows no redirect, so the key never goes to another host
     * @param server URL in front of the operations' paths
     * @param maxResponseBytes limit for the body of a response
     * @param time measures what is left of the timeout
     * @param underWay knows who waits
     */
    public Sending(HttpClient http, URI server, int maxResponseBytes, Time time, CallsUnderWay underWay) {
        this.http = http;
        this.server = server;
        this.maxResponseBytes = maxResponseBytes;
        this.time = time;
        this.underWay = underWay;
        // Over plain HTTP, version 2 would be offered by an upgrade that not every server understands.
        this.oldVersion = "http".equals(server.getScheme());
    }

    @Override
    public RawResponse send(OutgoingCall call) {
        long deadline = time.nanoTime() + call.timeout().toNanos();
        try {
            return received(call, exchange(call, deadline));
        } catch (HttpConnectTimeoutException unreachable) {
            throw new ConnectionException(
                    call.requestId(), server.getAuthority(), call.masking().apply(unreachable));
        } catch (HttpTimeoutException late) {
            throw new CallTimeoutException(call.requestId(), call.timeout());
        } catch (IOException | IllegalArgumentException broken) {
            // Java 17 throws IllegalArgumentException for a Content-Length that is not a number.
            throw new ConnectionException(
                    call.requestId(), server.getAuthority(), call.masking().apply(broken));
        }
    }

    /** Follows a server of HTTP/2 that asks for version 1.1 instead of processing a request (RFC 9113 §7), then and later. */
    private HttpResponse<Received> exchange(OutgoingCall call, long deadline) throws IOException {
        try {
            return attempt(call, deadline);
        } catch (IOException refused) {
            if (oldVersion || !String.valueOf(refused.getMessage()).contains(HTTP_1_1_REQUIRED)) {
                throw refused;
            }
            oldVersion = true;
            return attempt(call, deadline);
        }
    }

    private HttpResponse<Received> attempt(OutgoingCall call, long deadline) throws IOException {
        Reception reception = new Reception(maxResponseBytes, time, deadline);
        HttpRequest request = request(call, deadline);
        try {
            return underWay.await(
                    call,
                    release -> {
                        reception.onStuck(release);
                        return http.send(request, reception);
                    },
                    reception::end);
        } finally {
            reception.end();
        }
    }

    private HttpRequest request(OutgoingCall call, long deadline) {
        URI url = urls.computeIfAbsent(call.operation().path(), path -> URI.create(server + path));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofNanos(Math.max(1, deadline - time.nanoTime())))
                .method(call.operation().method(), BodyPublishers.ofByteArray(call.content()));
        if (oldVersion) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        call.headers().forEach(request::setHeader);
        return request.setHeader("Content-Type", "application/json; charset=utf-8")
                .setHeader("Accept", "application/json")
                .build();
    }

    private RawResponse received(OutgoingCall call, HttpResponse<Received> response) throws ProtocolException {
        Received body = response.body();
        if (body.end() == End.COMPLETE && !Framing.isSound(response, body.bytes().length)) {
            throw new ProtocolException("malformed response: Content-Length");
        }
        return switch (body.end()) {
            case COMPLETE -> new RawResponse(response.statusCode(), response.headers(), body.bytes());
            case LATE -> throw new CallTimeoutException(call.requestId(), call.timeout());
            case GIVEN_UP -> throw ConnectionException.closed(call.requestId());
            case TOO_LARGE ->
                throw new ResponseTooLargeException(call.requestId(), response.statusCode(), maxResponseBytes);
        };
    }
}
