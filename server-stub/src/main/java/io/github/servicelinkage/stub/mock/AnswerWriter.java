package io.github.servicelinkage.stub.mock;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Writes an answer to its connection, in the way that its delivery says. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(Vertx vertx, HttpServerResponse response, Answer answer) {
        Delivery delivery = answer.delivery();
        if (delivery instanceof Delivery.Proper) {
            head(response, answer).end(answer.body());
        } else if (delivery instanceof Delivery.Late late) {
            vertx.setTimer(
                    Math.max(1, late.delay().toMillis()),
                    timer -> head(response, answer).end(answer.body()));
        } else if (delivery instanceof Delivery.Closed) {
            response.reset();
        } else if (delivery instanceof Delivery.Truncated truncated) {
            headWithLength(response, answer)
                    .write(answer.body()
                            .slice(0, Math.min(truncated.bytes(), answer.body().length())))
                    .onComplete(sent -> response.reset());
        } else if (delivery instanceof Delivery.Slow slow) {
            trickle(vertx, headWithLength(response, answer), answer.body(), slow);
        }
    }

    private static HttpServerResponse head(HttpServerResponse response, Answer answer) {
        response.setStatusCode(answer.status()).headers().addAll(answer.headers());
        return response;
    }

    private static HttpServerResponse headWithLength(HttpServerResponse response, Answer answer) {
        return head(response, answer)
                .putHeader("Content-Length", String.valueOf(answer.body().length()));
    }

    private static void trickle(Vertx vertx, HttpServerResponse response, Buffer rest, Delivery.Slow slow) {
        if (response.closed()) {
            return;
        }
        if (rest.length() <= slow.bytes()) {
            response.end(rest);
            return;
        }
        response.write(rest.slice(0, slow.bytes()));
        vertx.setTimer(
                Math.max(1, slow.pause().toMillis()),
                timer -> trickle(vertx, response, rest.slice(slow.bytes(), rest.length()), slow));
    }
}
