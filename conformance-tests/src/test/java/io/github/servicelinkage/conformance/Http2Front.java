package io.github.servicelinkage.conformance;

import io.github.servicelinkage.conformance.exchange.TestStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A front that speaks HTTP/2 and nothing else, with TLS or without, in front of a gateway that does not speak it. */
final class Http2Front implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final AtomicInteger served = new AtomicInteger();
    private final URI behind;
    private final URI url;

    Http2Front(URI behind, Optional<TestStore> tls) throws Exception {
        this.behind = behind;
        HttpServerOptions options = new HttpServerOptions().setHttp2ClearTextEnabled(true);
        tls.ifPresent(store -> options.setSsl(true)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2))
                .setKeyCertOptions(
                        new PfxOptions().setPath(store.file().toString()).setPassword(TestStore.PASSWORD)));
        HttpServer server = await(
                vertx.createHttpServer(options).requestHandler(this::serve).listen(0, "127.0.0.1"));
        this.url = URI.create(
                (tls.isPresent() ? "https" : "http") + "://127.0.0.1:" + server.actualPort() + behind.getPath());
    }

    URI url() {
        return url;
    }

    /** How many requests it has passed on. */
    int served() {
        return served.get();
    }

    private void serve(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.connection().close();
            return;
        }
        served.incrementAndGet();
        request.body()
                .compose(body -> passedOn(request, body))
                .onSuccess(response -> response.body().onSuccess(body -> {
                    request.response().setStatusCode(response.statusCode());
                    response.headers().forEach((name, value) -> {
                        if (!name.equalsIgnoreCase("Connection")) {
                            request.response().headers().add(name, value);
                        }
                    });
                    request.response().end(body);
                }));
    }

    private Future<HttpClientResponse> passedOn(HttpServerRequest request, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(behind.getHost())
                .setPort(behind.getPort())
                .setURI(request.uri())
                .setHeaders(request.headers());
        return client.request(options).compose(passed -> passed.send(body));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
