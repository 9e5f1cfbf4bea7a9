package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Carries requests from the connections of one event loop to a handler, and its answers back. */
final class HttpTransport {
    private static final Logger LOGGER = System.getLogger(HttpTransport.class.getName());
    /** How much of an oversized body is read and thrown away, so that its sender still gets to see the answer. */
    private static final long DRAINED_BYTES = 16L * ServerContract.MAX_BODY_BYTES;

    private final Vertx vertx;
    private final Handler handler;
    private final List<Observer> observers;
    private final Connections connections;

    HttpTransport(Vertx vertx, Handler handler, List<Observer> observers, Connections connections) {
        this.vertx = vertx;
        this.handler = handler;
        this.observers = observers;
        this.connections = connections;
    }

    void receive(HttpServerRequest request) {
        connections.requestBegan(request);
        Body body = new Body();
        request.handler(chunk -> {
            body.add(chunk);
            if (body.received() > DRAINED_BYTES) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {
            String path = Objects.requireNonNullElse(request.path(), "");
            answer(
                    request,
                    new Request(
                            request.version(),
                            request.method().name(),
                            path,
                            request.query(),
                            request.headers(),
                            body.buffer()));
        });
    }

    private void answer(HttpServerRequest request, Request arrived) {
        long start = System.nanoTime();
        Answer answer = handle(arrived);
        if (!Operations.isFor(arrived)) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            for (Observer observer : observers) {
                observer.answered(arrived, answer, took);
            }
        }
        connections.requestEnded(request, answer.delivery());
        new AnswerWriter(vertx, request, answer).write();
    }

    private Answer handle(Request request) {
        try {
            Answer answer = handler.handle(request);
            boolean cut = request.body().length() > ServerContract.MAX_BODY_BYTES;
            return cut ? answer.withHeader("Connection", "close") : answer;
        } catch (RuntimeException e) {
            // The text of an exception may hold personal data; where it happened is enough to find the defect.
            LOGGER.log(Level.ERROR, "{0} at {1}", e.getClass().getName(), e.getStackTrace()[0]);
            return Answer.error(ErrorAnswer.INTERNAL_SERVER_ERROR);
        }
    }

    /** Answers what is no whole HTTP request, or has a head over the limits, and closes the connection. */
    static void refuse(HttpServerRequest request, ErrorAnswer error) {
        Answer answer = Answer.error(error).withHeader("Connection", "close");
        request.response().headers().addAll(answer.headers());
        request.response()
                .setStatusCode(answer.status())
                .end(answer.body())
                .onComplete(sent -> request.connection().close());
    }
}
