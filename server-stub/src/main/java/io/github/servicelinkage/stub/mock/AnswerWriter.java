package io.github.servicelinkage.stub.mock;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.VertxConnection;
import java.time.Duration;

/** Writes an answer to its connection, in the way that its delivery says. */
record AnswerWriter(Vertx vertx, HttpServerRequest request, Answer answer) {

    void write() {
        write(answer.delivery());
    }

    private void write(Delivery delivery) {
        Buffer body = answer.body();
        if (delivery instanceof Delivery.Proper) {
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
    HttpServerResponse head() {
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        response.headers().setAll(answer.headers());
        if (request.version() == HttpVersion.HTTP_2) {
            // Only connections of their own can be told to close by a header field (RFC 9113 §8.2.2).
            response.headers().remove("Connection");
        }
        return response;
    }

    private HttpServerResponse head(int length) {
        return head().putHeader("Content-Length", String.valueOf(length));
    }

    private void trickle(HttpServerResponse response, int sent, long pause) {
        Buffer body = answer.body();
        if (response.closed()) {
            return;
        }
        if (sent == body.length()) {
            response.end();
            return;
        }
        response.write(body.slice(sent, sent + 1));
        vertx.setTimer(pause, timer -> trickle(response, sent + 1, pause));
    }

    private void reset() {
        HttpConnection connection = request.connection();
        // Vert.x has no public way to reset one connection: closing with a linger of zero sends RST in place of FIN.
        if (request.version() != HttpVersion.HTTP_2 && connection instanceof VertxConnection internal) {
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
