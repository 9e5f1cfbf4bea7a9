package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
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

/** One HTTP server per event loop, all on one port: HTTP/1.1, and with TLS HTTP/2 too. */
final class HttpServers {
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** For whatever Vert.x is asked to do; the process has to end even if an event loop does not. */
    private static final Duration LONGEST_WAIT = GRACE.plusSeconds(5);

    /** Unfinished bodies take up to an eighth of the heap, and while they grow twice that; whoever sends more is put off. */
    private static final int BODIES_SHARE = 8;

    private static final int MAX_HEAD_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    private HttpServers(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Starts to serve.
     *
     * @throws IOException if the port cannot be had
     */
    static HttpServers start(Settings settings, Handler handler, List<Observer> observers, Metrics metrics)
            throws IOException {
        Vertx vertx = vertx(settings.eventLoops());
        HttpServers started = new HttpServers(vertx);
        try {
            HttpServerOptions options = options(settings);
            Preload.await();
            await(vertx.deployVerticle(
                    () -> context -> started.listen(settings, options, handler, observers, metrics),
                    new DeploymentOptions().setInstances(settings.eventLoops())));
            return started;
        } catch (IOException e) {
            vertx.close();
            throw e;
        }
    }

    /** Loads Vert.x and what it is made of. */
    static void preload() {
        vertx(1).close();
    }

    private static Vertx vertx(int eventLoops) {
        // Nothing is read from the class path by Vert.x, so its cache folder is not made.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setFileSystemOptions(noFiles)
                // Nothing here asks a thread for its class loader.
                .setDisableTCCL(true)
                .setUseDaemonThread(true));
    }

    int port() {
        return servers.get(0).actualPort();
    }

    /** Takes no more connections, and waits for the answers on their way. */
    void stop() throws IOException {
        // All at once: they share the port, which stays open until the last of them is told.
        await(Future.join(servers.stream().map(server -> server.shutdown(GRACE)).toList()));
        await(vertx.close());
    }

    private Future<?> listen(
            Settings settings, HttpServerOptions options, Handler handler, List<Observer> observers, Metrics metrics) {
        Connections connections = new Connections(
                metrics.connections(),
                settings.maxConnections(),
                settings.patience().toMillis());
        BodyMemory memory = new BodyMemory(Runtime.getRuntime().maxMemory() / BODIES_SHARE / settings.eventLoops());
        HttpTransport transport = new HttpTransport(vertx, handler, observers, connections, memory);
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    HttpVersions.watch(connection);
                    connections.opened(connection);
                })
                .requestHandler(transport::receive)
                .invalidRequestHandler(request -> transport.refuse(request, HttpVersions.error(request)));
        servers.add(server);
        vertx.setPeriodic(
                Math.min(1_000, settings.patience().toMillis() / 2 + 1),
                timer -> connections.sweep(request -> transport.refuse(request, ErrorAnswer.REQUEST_TIMEOUT)));
        // Instances of one deployment share the connections of a port; -1 is a free port that they share too.
        return server.listen(settings.port() == 0 ? -1 : settings.port(), settings.host());
    }

    private static HttpServerOptions options(Settings settings) throws IOException {
        HttpServerOptions options = new HttpServerOptions()
                // A connection that may become HTTP/2 is not known until its first byte: a silent one could not be
                // closed.
                .setHttp2ClearTextEnabled(false)
                // There are no WebSockets here, and their handlers cost every request a little.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                // Every answer is written by the event loop of its connection, so nothing needs to be handed over.
                .setStrictThreadMode(true)
                .setHandle100ContinueAutomatically(true)
                .setMaxHeaderSize(MAX_HEAD_BYTES);
        if (settings.tls() != null) {
            options.setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setSslHandshakeTimeout(settings.patience().toMillis())
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(settings.tls());
        }
        return options;
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no end after " + LONGEST_WAIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }
}
