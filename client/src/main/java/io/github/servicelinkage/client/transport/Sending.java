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
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one request and waits for the whole answer: the end of the chain.
 *
 * @param http sends; follows no redirect, so the key never goes to another host
 * @param server URL in front of the operations' paths
 * @param longestAnswer how long the body of an answer may be, in bytes
 */
public record Sending(HttpClient http, URI server, int longestAnswer) implements Transport {

    @Override
    public Reply send(Call call) {
        CompletableFuture<HttpResponse<Received>> exchange =
                http.sendAsync(request(call), head -> new BoundedBody(longestAnswer));
        try {
            // The limit of HttpRequest ends with the header fields; this one holds until the last byte.
            return reply(call, exchange.get(call.timeout().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            exchange.cancel(true);
            throw new CallTimeoutException(call.requestId(), call.timeout());
        } catch (InterruptedException interrupted) {
            exchange.cancel(true);
            throw call.interrupted();
        } catch (ExecutionException failed) {
            throw failure(call, failed.getCause());
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server + call.operation().path()))
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
        RawAnswer answer = new RawAnswer(
                response.statusCode(), response.headers(), response.body().bytes());
        if (response.body().tooLong()) {
            throw new ContractViolatedException(
                    call.requestId(), answer, List.of(new Violation("", "longer than the client's limit")));
        }
        return new Reply(call, answer, null);
    }

    private RuntimeException failure(Call call, Throwable cause) {
        if (cause instanceof IOException broken) {
            // A broken server may repeat the request in place of a status line, and the parser quotes that line.
            IOException shown = call.redaction().concerns(broken)
                    ? new IOException(call.redaction().apply(String.valueOf(broken.getMessage())))
                    : broken;
            return new ConnectionException(call.requestId(), server.getAuthority(), shown);
        }
        throw new IllegalStateException("the HTTP client failed in a way that it does not document", cause);
    }
}
