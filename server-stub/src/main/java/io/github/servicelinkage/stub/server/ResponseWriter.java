package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Response;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;

/**
 * Writes a response to its connection, in the way that its delivery says.
 *
 * @param vertx for what happens later
 * @param request the request of the response
 * @param response what to write
 * @param body its body, in the form that Vert.x takes
 */
record ResponseWriter(Vertx vertx, HttpServerRequest request, Response response, Buffer body) {

    ResponseWriter(Vertx vertx, HttpServerRequest request, Response response) {
        this(vertx, request, response, Buffer.buffer(response.body().array()));
    }

    void write() {
        write(response.delivery());
    }

    /** Writes the response normally, then closes the connection. */
    void writeAndClose() {
        head().end(body).onComplete(sent -> request.connection().close());
    }

    private void write(Delivery delivery) {
        if (delivery instanceof Delivery.Normal) {
            head().end(body);
        } else if (delivery instanceof Delivery.Late late) {
            vertx.setTimer(atLeastOne(late.delay()), timer -> write(late.then()));
        } else if (delivery instanceof Delivery.Reset) {
            reset();
        } else if (delivery instanceof Delivery.Truncated) {
            head(body.length())
                    .write(body.slice(0, body.length() / 2))
                    .onComplete(sent -> request.response().reset());
        } else if (delivery instanceof Delivery.Slow slow) {
            trickle(head(body.length()), 0, atLeastOne(slow.pause()));
        } else if (delivery instanceof Delivery.WrongLength wrong) {
            head(Math.max(0, body.length() + wrong.difference()))
                    .write(body)
                    .onComplete(sent -> request.connection().close());
        }
    }

    /** Everything before the body. */
    private HttpServerResponse head() {
        HttpServerResponse head = request.response().setStatusCode(response.status());
        VertxHeaders.send(response.headers(), head.headers());
        if (request.version() == HttpVersion.HTTP_2) {
            // HTTP/2 forbids this header field (RFC 9113 §8.2.2).
            head.headers().remove("Connection");
        }
        return head;
    }

    private HttpServerResponse head(int length) {
        return head().putHeader("Content-Length", String.valueOf(length));
    }

    private void trickle(HttpServerResponse head, int sent, long pause) {
        if (head.closed()) {
            return;
        }
        if (sent == body.length()) {
            head.end();
            return;
        }
        head.write(body.slice(sent, sent + 1));
        vertx.setTimer(pause, timer -> trickle(head, sent + 1, pause));
    }

    private void reset() {
        HttpConnection connection = request.connection();
        // Vert.x has no public way to reset one connection: closing with a linger of zero sends RST in place of FIN.
        if (request.version() != HttpVersion.HTTP_2 && connection instanceof ConnectionBase internal) {
            internal.channelHandlerContext().channel().config().setOption(ChannelOption.SO_LINGER, 0);
            connection.close();
        } else {
            request.response().reset();
        }
    }

    private static long atLeastOne(Duration duration) {
        return Math.max(1, duration.toMillis());
    }
}
