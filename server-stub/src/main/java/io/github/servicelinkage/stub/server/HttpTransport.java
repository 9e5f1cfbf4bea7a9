package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Carries requests from the connections of one event loop to a handler, and its responses back. */
final class HttpTransport {
    private static final Logger LOGGER = System.getLogger(HttpTransport.class.getName());
    /** How much of an oversized body is read and discarded, so that its sender still sees the response. */
    private static final long DRAINED_BYTES = 16L * ServerContract.MAX_BODY_BYTES;

    private final Vertx vertx;
    private final Service service;
    private final Connections connections;
    private final Memory memory;

    HttpTransport(Vertx vertx, Service service, Connections connections, Memory memory) {
        this.vertx = vertx;
        this.service = service;
        this.connections = connections;
        this.memory = memory;
    }

    void receive(HttpServerRequest request) {
        connections.requestBegan(request);
        if (request.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            if (announcesTooMuch(request)) {
                refuse(request, Refusal.TOO_LARGE);
                return;
            }
            request.response().writeContinue();
        }
        Body body = new Body(memory);
        request.handler(chunk -> {
            if (RequestRules.isBroken(request, chunk)) {
                body.end();
                refuse(request, Refusal.MALFORMED);
            } else if (!body.add(chunk)) {
                body.end();
                refuse(request, Refusal.NO_MEMORY);
            } else if (body.received() > DRAINED_BYTES) {
                request.connection().close();
            }
        });
        request.exceptionHandler(gone -> body.end());
        request.endHandler(end -> {
            if (!body.isOver()) {
                Request arrived = arrived(request, body.bytes());
                body.end();
                respond(request, arrived);
            }
        });
    }

    private static boolean announcesTooMuch(HttpServerRequest request) {
        // Digits alone, and no more of them than a long has: the decoder has seen to that.
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && Long.parseLong(length) > ServerContract.MAX_BODY_BYTES;
    }

    private void respond(HttpServerRequest request, Request arrived) {
        Optional<Response> management = service.management().apply(arrived);
        Response response = management.isPresent() ? management.get() : observed(arrived);
        connections.requestEnded(request, response.delivery());
        new ResponseWriter(vertx, request, response).write();
    }

    private Response observed(Request request) {
        long start = System.nanoTime();
        Response response = handle(request);
        tell(request, response, Duration.ofNanos(System.nanoTime() - start));
        return response;
    }

    private Response handle(Request request) {
        try {
            Response response = service.handler().handle(request);
            boolean cut = request.body().length() > ServerContract.MAX_BODY_BYTES;
            return cut ? response.withHeader("Connection", "close") : response;
        } catch (RuntimeException | StackOverflowError e) {
            log(e);
            return Response.error(ErrorResponse.INTERNAL_SERVER_ERROR);
        }
    }

    private void tell(Request request, Response response, Duration took) {
        for (Observer observer : service.observers()) {
            try {
                observer.responded(request, response, took);
            } catch (RuntimeException e) {
                log(e);
            }
        }
    }

    /** Responds to a request that is not read to its end, and closes the connection. */
    void refuse(HttpServerRequest request, Refusal refusal) {
        if (request.response().ended()) {
            return;
        }
        Response response = refusal.response();
        tell(arrived(request, Bytes.EMPTY), response, Duration.ZERO);
        new ResponseWriter(vertx, request, response).writeAndClose();
    }

    private static Request arrived(HttpServerRequest request, Bytes body) {
        String version = switch (request.version()) {
            case HTTP_1_0 -> "HTTP/1.0";
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2";
            default -> request.version().alpnName();
        };
        String path = Objects.requireNonNullElse(request.path(), "");
        return new Request(
                version, request.method().name(), path, request.query(), new VertxHeaders(request.headers()), body);
    }

    /** Logs the place alone: the message of an exception may hold personal data. */
    private static void log(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        LOGGER.log(Level.ERROR, "{0} at {1}", e.getClass().getName(), stack.length == 0 ? "?" : stack[0]);
    }
}
