package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.call.RawAnswer;
import io.github.servicelinkage.client.error.CallTimeoutException;
import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.error.ContractViolatedException;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.transport.BoundedBody.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends one request and waits for the whole answer: the end of the chain. */
final class Sending implements Transport {

    private final HttpClient http;
    private final URI server;
    private final int longestAnswer;
    private final Pause pause;
    private final Map<String, URI> urls = new ConcurrentHashMap<>();

    /**
     * Sends to one server.
     *
     * @param http sends; follows no redirect, so the key never goes to another host
     * @param server URL in front of the operations' paths
     * @param longestAnswer how long the body of an answer may be, in bytes
     * @param pause tells what is left of the time limit
     */
    public Sending(HttpClient http, URI server, int longestAnswer, Pause pause) {
        this.http = http;
        this.server = server;
        this.longestAnswer = longestAnswer;
        this.pause = pause;
    }

    @Override
    public Reply send(Call call) {
        HttpRequest request = request(call);
        long start = pause.nanoTime();
        try {
            return reply(
                    call,
                    http.send(
                            request,
                            bounded(longestAnswer, pause, start + call.timeout().toNanos())));
        } catch (HttpConnectTimeoutException unreachable) {
            throw new ConnectionException(call.requestId(), server.getAuthority(), unreachable);
        } catch (HttpTimeoutException late) {
            throw new CallTimeoutException(call.requestId(), call.timeout());
        } catch (IOException | IllegalArgumentException broken) {
            // Java 17 gives IllegalArgumentException for a Content-Length that is no number.
            throw new ConnectionException(call.requestId(), server.getAuthority(), shown(call, broken));
        } catch (InterruptedException interrupted) {
            throw call.interrupted();
        }
    }

    /**
     * Static, so that it does not hold the HTTP client: a pooled connection of Java 17 holds this handler, and a client
     * that is held by its own connection is never collected.
     */
    private static BodyHandler<Received> bounded(int longest, Pause pause, long deadline) {
        // The limit of HttpRequest ends with the header fields; this one is for the whole answer.
        return head -> new BoundedBody(longest, pause, deadline).subscriber();
    }

    private HttpRequest request(Call call) {
        URI url = urls.computeIfAbsent(call.operation().path(), path -> URI.create(server + path));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(call.timeout())
                .method(call.operation().method(), BodyPublishers.ofByteArray(call.content()));
        if ("http".equals(server.getScheme())) {
            // Over plain HTTP, version 2 would be offered by an upgrade that not every server understands.
            request.version(HttpClient.Version.HTTP_1_1);
        }
        call.headers().forEach(request::setHeader);
        return request.setHeader("Content-Type", "application/json; charset=utf-8")
                .setHeader("Accept", "application/json")
                .build();
    }

    private static Reply reply(Call call, HttpResponse<Received> response) {
        Received received = response.body();
        RawAnswer answer = new RawAnswer(response.statusCode(), response.headers(), received.bytes());
        return switch (received.end()) {
            case WHOLE -> new Reply(call, answer, null);
            case LATE -> throw new CallTimeoutException(call.requestId(), call.timeout());
            case TOO_LONG ->
                throw new ContractViolatedException(
                        call.requestId(), answer, List.of(new Violation("", "longer than the client's limit")));
        };
    }

    /** A broken server may repeat the request in place of a status line or a length, and the JDK quotes that. */
    private static IOException shown(Call call, Exception broken) {
        return broken instanceof IOException harmless && !call.redaction().concerns(broken)
                ? harmless
                : new IOException(call.redaction().withoutQuotation(broken));
    }
}
