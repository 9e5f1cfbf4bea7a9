package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
    private final BodyMemory memory;

    HttpTransport(Vertx vertx, Handler handler, List<Observer> observers, Connections connections, BodyMemory memory) {
        this.vertx = vertx;
        this.handler = handler;
        this.observers = observers;
        this.connections = connections;
        this.memory = memory;
    }

    void receive(HttpServerRequest request) {
        connections.requestBegan(request);
        Body body = new Body(memory);
        request.handler(chunk -> {
            if (!body.add(chunk)) {
                body.end();
                refuse(request, ErrorAnswer.SERVICE_UNAVAILABLE);
            } else if (body.received() > DRAINED_BYTES) {
                request.connection().close();
            }
        });
        request.exceptionHandler(gone -> body.end());
        request.endHandler(end -> {
            if (!body.isOver()) {
                Request arrived = arrived(request, body.buffer());
                body.end();
                answer(request, arrived);
            }
        });
    }

    private void answer(HttpServerRequest request, Request arrived) {
        long start = System.nanoTime();
        Answer answer = handle(arrived);
        if (!Operations.isFor(arrived)) {
            tell(arrived, answer, Duration.ofNanos(System.nanoTime() - start));
        }
        connections.requestEnded(request, answer.delivery());
        new AnswerWriter(vertx, request, answer).write();
    }

    private Answer handle(Request request) {
        try {
            Answer answer = handler.handle(request);
            boolean cut = request.body().length() > ServerContract.MAX_BODY_BYTES;
            return cut ? answer.withHeader("Connection", "close") : answer;
        } catch (RuntimeException | StackOverflowError e) {
            log(e);
            return Answer.error(ErrorAnswer.INTERNAL_SERVER_ERROR);
        }
    }

    private void tell(Request request, Answer answer, Duration took) {
        for (Observer observer : observers) {
            try {
                observer.answered(request, answer, took);
            } catch (RuntimeException e) {
                log(e);
            }
        }
    }

    /** Answers what is no whole HTTP request, has a head over the limits, or comes too late or at a bad time, and closes the connection. */
    void refuse(HttpServerRequest request, ErrorAnswer error) {
        Answer answer = Answer.error(error).withHeader("Connection", "close");
        tell(arrived(request, Buffer.buffer(0)), answer, Duration.ZERO);
        new AnswerWriter(vertx, request, answer)
                .head()
                .end(answer.body())
                .onComplete(sent -> request.connection().close());
    }

    private static Request arrived(HttpServerRequest request, Buffer body) {
        String path = Objects.requireNonNullElse(request.path(), "");
        return new Request(request.version(), request.method().name(), path, request.query(), request.headers(), body);
    }

    /** The text of an exception may hold personal data; where it happened is enough to find the defect. */
    private static void log(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        LOGGER.log(Level.ERROR, "{0} at {1}", e.getClass().getName(), stack.length == 0 ? "?" : stack[0]);
    }
}
