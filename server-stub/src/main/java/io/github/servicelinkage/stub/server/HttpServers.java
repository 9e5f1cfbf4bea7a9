package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.message.Problem;
import io.github.servicelinkage.stub.message.Text;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** One HTTP server per event loop, all on one port: HTTP/1.1, with TLS also HTTP/2. */
public final class HttpServers {
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** For whatever Vert.x is asked to do: the process must end even if an event loop hangs. */
    private static final Duration LONGEST_WAIT = GRACE.plusSeconds(5);

    /** Unfinished bodies take up to an eighth of the heap, twice that while they grow; beyond that, requests get a 503. */
    private static final int BODIES_SHARE = 8;

    private static final long MOST_BODIES_BYTES = 128L << 20;

    /** Whatever else waits on a connection; see {@link Flow}. */
    private static final int WAITING_SHARE = 4;

    private static final long MOST_WAITING_BYTES = 64L << 20;

    private static final int MAX_HEAD_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final List<EventLoop> eventLoops = new CopyOnWriteArrayList<>();

    private record EventLoop(Context context, Connections connections) {}

    private HttpServers(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Starts to serve.
     *
     * @param settings how to listen
     * @param service what to serve
     * @param preload what the first request needs; awaited before the first connection is accepted
     * @throws Problem if there is no usable certificate, or the port or address is not available
     * @throws IOException if the server does not start for another reason
     */
    public static HttpServers start(Settings settings, Service service, Preload preload) throws IOException {
        Vertx vertx = vertx(settings.eventLoops(), Descriptors.accepted(settings.maxConnections()));
        HttpServers started = new HttpServers(vertx);
        try {
            HttpServerOptions options = options(settings, vertx);
            preload.await();
            started.listen(settings, options, service);
            return started;
        } catch (IOException e) {
            vertx.close();
            throw e;
        }
    }

    private void listen(Settings settings, HttpServerOptions options, Service service) throws Problem {
        try {
            await(vertx.deployVerticle(
                    () -> context -> listenOnce(settings, options, service),
                    new DeploymentOptions().setInstances(settings.eventLoops())));
        } catch (IOException e) {
            throw new Problem(
                    new Text(
                                    "%s:%s에서 수신할 수 없습니다(%s). --port나 --host를 바꾸십시오.",
                                    "Cannot listen on %s:%s: %s. Choose another --port or --host.")
                            .with(settings.host(), settings.port(), e.getMessage()),
                    e);
        }
    }

    /** Loads Vert.x and its dependencies. */
    public static void preload() {
        vertx(1, 1).close();
        // Netty logs that it cannot accept a connection; where no file can be opened, that must not need one.
        new SimpleFormatter().format(new LogRecord(Level.OFF, ""));
    }

    private static Vertx vertx(int eventLoops, int mostConnections) {
        // Vert.x reads nothing from the class path, so it needs no cache folder.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setFileSystemOptions(noFiles)
                // Nothing here uses the thread's context class loader.
                .setDisableTCCL(true)
                .setUseDaemonThread(true);
        return Vertx.builder()
                .with(options)
                .withTransport(new BoundedTransport(mostConnections))
                .build();
    }

    /** The port that all of them listen on. */
    public int port() {
        return servers.get(0).actualPort();
    }

    /**
     * Accepts no more connections, and waits up to ten seconds for pending responses to be written and taken. Nothing waits for a caller
     * who has not finished a request, or a TLS handshake: the latter's connection is closed ten seconds later at the latest.
     */
    public void stop() throws IOException {
        vertx.setTimer(GRACE.toMillis(), timer -> onEventLoops(Connections::closeAll));
        // All at once: they share the port, which stays open until the last of them stops.
        Future<?> stopped = Future.join(
                servers.stream().map(server -> server.shutdown(GRACE)).toList());
        try {
            await(Future.any(stopped, Future.join(onEventLoops(Connections::end))));
        } finally {
            Future<Void> closed = vertx.close();
            if (stopped.isComplete()) {
                await(closed);
            }
        }
    }

    private <T> List<Future<T>> onEventLoops(Function<Connections, Future<T>> action) {
        return eventLoops.stream()
                .map(loop -> {
                    Promise<T> done = Promise.promise();
                    loop.context()
                            .runOnContext(
                                    now -> action.apply(loop.connections()).onComplete(done));
                    return done.future();
                })
                .toList();
    }

    private Future<?> listenOnce(Settings settings, HttpServerOptions options, Service service) {
        Connections connections = new Connections(
                service.connections(),
                Descriptors.connections(settings.maxConnections()),
                settings.patience().toMillis());
        Memory bodies = Memory.ofHeap(BODIES_SHARE, MOST_BODIES_BYTES, settings.eventLoops());
        Memory waiting = Memory.ofHeap(WAITING_SHARE, MOST_WAITING_BYTES, settings.eventLoops());
        HttpTransport transport = new HttpTransport(vertx, service, connections, bodies);
        eventLoops.add(new EventLoop(vertx.getOrCreateContext(), connections));
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    Flow.control(connection, waiting, MAX_HEAD_BYTES);
                    connections.opened(connection);
                })
                .requestHandler(transport::receive)
                .invalidRequestHandler(request -> transport.refuse(request, RequestRules.refusal(request)));
        servers.add(server);
        vertx.setPeriodic(
                Connections.sweepMillis(settings.patience().toMillis()),
                timer -> connections.sweep(request -> transport.refuse(request, Refusal.TOO_LATE)));
        // Instances of one deployment share the connections of a port; -1 is a free port that they share too.
        return server.listen(settings.port() == 0 ? -1 : settings.port(), settings.host());
    }

    private static HttpServerOptions options(Settings settings, Vertx vertx) throws Problem {
        HttpServerOptions options = new HttpServerOptions()
                // A connection that may become HTTP/2 is not known until its first byte: a silent one could not be
                // closed.
                .setHttp2ClearTextEnabled(false)
                // There are no WebSockets here, and their handlers cost every request some time.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                // Every response is written by the event loop of its connection, so nothing is handed to another
                // thread.
                .setStrictThreadMode(true)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setInitialSettings(new Http2Settings().setMaxHeaderListSize(MAX_HEAD_BYTES));
        if (settings.tls() != null) {
            options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setSslHandshakeTimeout(settings.patience().toMillis())
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(Tls.load(settings.tls(), vertx));
        }
        return options;
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no result after " + LONGEST_WAIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }
}
