package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Carries requests from HTTP connections to a handler, and its answers back. */
final class HttpTransport {
    private static final Logger LOGGER = System.getLogger(HttpTransport.class.getName());
    private static final int IDLE_SECONDS = 60;
    /** How much of an oversized body is read and thrown away, so that its sender still gets to see the answer. */
    private static final long DRAINED_BYTES = 16L * ServerContract.MAX_BODY_BYTES;

    private HttpTransport() {}

    static Vertx vertx(int eventLoops) {
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setFileSystemOptions(noFiles)
                .setUseDaemonThread(true));
    }

    static List<HttpServer> listen(Vertx vertx, String host, int port, int eventLoops, Handler handler)
            throws IOException {
        HttpServerOptions options = new HttpServerOptions()
                .setHandle100ContinueAutomatically(true)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        List<HttpServer> servers = new CopyOnWriteArrayList<>();
        // Instances of one deployment share the connections of a port, each on an event loop of its own; -1 is a free
        // port
        // that they share too.
        await(vertx.deployVerticle(
                () -> context -> {
                    HttpServer server = vertx.createHttpServer(options)
                            .requestHandler(request -> receive(vertx, request, handler))
                            .invalidRequestHandler(HttpTransport::refuse);
                    servers.add(server);
                    return server.listen(port == 0 ? -1 : port, host);
                },
                new DeploymentOptions().setInstances(eventLoops)));
        return servers;
    }

    static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private static void receive(Vertx vertx, HttpServerRequest request, Handler handler) {
        Body body = new Body();
        request.handler(chunk -> {
            body.add(chunk);
            if (body.received > DRAINED_BYTES) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {
            if (body.tooLarge()) {
                request.response().putHeader("Connection", "close");
            }
            Answer answer = answer(
                    handler,
                    new Request(
                            request.method().name(),
                            Objects.requireNonNullElse(request.path(), ""),
                            request.query(),
                            request.headers(),
                            body.buffer));
            AnswerWriter.write(vertx, request.response(), answer);
        });
    }

    private static Answer answer(Handler handler, Request request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            // The text of an exception may hold personal data; where it happened is enough to find the defect.
            LOGGER.log(Level.ERROR, "{0} at {1}", e.getClass().getName(), e.getStackTrace()[0]);
            return Answer.error(ErrorAnswer.INTERNAL_SERVER_ERROR);
        }
    }

    /** Answers what is not HTTP, or has a head over the limits. */
    private static void refuse(HttpServerRequest request) {
        Answer answer = Answer.error(ErrorAnswer.BAD_REQUEST).withHeader("Connection", "close");
        request.response().headers().addAll(answer.headers());
        request.response()
                .setStatusCode(answer.status())
                .end(answer.body())
                .onComplete(sent -> request.connection().close());
    }

    /** Collects a body up to one byte more than the limit, mostly without copying. */
    private static final class Body {
        private static final int KEPT = ServerContract.MAX_BODY_BYTES + 1;

        private Buffer buffer = Buffer.buffer();
        private long received;

        void add(Buffer chunk) {
            int room = KEPT - buffer.length();
            if (received == 0 && chunk.length() <= room) {
                buffer = chunk;
            } else if (room > 0) {
                buffer = buffer.copy().appendBuffer(chunk, 0, Math.min(room, chunk.length()));
            }
            received += chunk.length();
        }

        boolean tooLarge() {
            return buffer.length() == KEPT;
        }
    }
}
