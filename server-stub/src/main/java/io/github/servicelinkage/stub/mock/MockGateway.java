package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A gateway of the service linkage API that answers from a data file. Many can run in one JVM, each on a port of its own.
 *
 * <pre>{@code
 * try (MockGateway gateway = MockGateway.builder().start()) {
 *     URI url = gateway.url(); // http://127.0.0.1:PORT/v1/common/member
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class MockGateway implements AutoCloseable {
    /** The key of a gateway that was given none. Synthetic: no real gateway takes it. */
    public static final String DEFAULT_API_KEY = "l7xx0123456789abcdef0123456789abcdef";

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final List<HttpServer> servers;
    private final URI url;
    private final String apiKey;

    private MockGateway(Vertx vertx, List<HttpServer> servers, URI url, String apiKey) {
        this.vertx = vertx;
        this.servers = servers;
        this.url = url;
        this.apiKey = apiKey;
    }

    /** A gateway on a free port of the loopback interface, with the built-in people and {@link #DEFAULT_API_KEY}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The server URL, up to and including {@link ServiceLinkageApi#BASE_PATH}. */
    public URI url() {
        return url;
    }

    /** The key that callers must send. */
    public String apiKey() {
        return apiKey;
    }

    /** Takes no more connections, finishes the requests that have arrived, and frees the port. Closing again does nothing. */
    @Override
    public void close() {
        try {
            for (HttpServer server : servers) {
                HttpTransport.await(server.shutdown(GRACE));
            }
            HttpTransport.await(vertx.close());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop the mock gateway: " + e.getMessage(), e);
        }
    }

    /** Settings of a gateway; not thread-safe. */
    public static final class Builder {
        private final List<Interceptor> around = new ArrayList<>();
        private int port;
        private int eventLoops = 1;
        private String host = "127.0.0.1";
        private String apiKey = DEFAULT_API_KEY;
        private @Nullable Path data;

        private Builder() {}

        /** Listens on this port; 0, the default, takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Listens on the interface of this address, in place of the loopback interface. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** Takes this key in place of {@link #DEFAULT_API_KEY}. */
        public Builder apiKey(String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /** Reads people from this file, in place of the built-in ones. */
        public Builder data(Path data) {
            this.data = data;
            return this;
        }

        /** Makes the gateway faulty; faults that are added later lie further out. */
        public Builder fault(Fault fault) {
            around.add(fault.around());
            return this;
        }

        /** Makes the gateway different, yet as correct. */
        public Builder variant(Variant variant) {
            around.add(variant.around());
            return this;
        }

        /** Serves with this many threads; 1 by default, which carries tens of thousands of requests per second. */
        public Builder eventLoops(int eventLoops) {
            this.eventLoops = eventLoops;
            return this;
        }

        /**
         * Starts the gateway; when this returns, it answers.
         *
         * @throws IOException if the data file cannot be read or the port is taken; the message is one sentence
         */
        public MockGateway start() throws IOException {
            Handler handler = proper(data == null ? MockData.builtIn() : MockData.read(data));
            for (Interceptor interceptor : around) {
                handler = interceptor.around(handler, new Interceptor.Setup(apiKey));
            }
            Vertx vertx = HttpTransport.vertx(eventLoops);
            try {
                List<HttpServer> servers = HttpTransport.listen(vertx, host, port, eventLoops, handler);
                int actualPort = servers.get(0).actualPort();
                URI url = URI.create("http://%s:%d%s".formatted(host, actualPort, ServiceLinkageApi.BASE_PATH));
                return new MockGateway(vertx, servers, url, apiKey);
            } catch (IOException e) {
                vertx.close();
                throw new IOException("Cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
            }
        }

        private Handler proper(MockData data) {
            People people = new People(data);
            String key = apiKey;
            return new ProperHandler(
                    new ServerContract(sent -> sent.equals(key) ? Optional.of(people) : Optional.empty()));
        }
    }
}
