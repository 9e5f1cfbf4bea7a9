package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

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

    /** By this header a caller chooses, for one request, how the gateway behaves: a name of {@code mock --list-scenarios}. */
    public static final String SCENARIO_HEADER = "X-Mock-Scenario";

    private final HttpServers servers;
    private final URI url;
    private final String apiKey;
    private final List<AutoCloseable> resources;
    private final AtomicBoolean closed = new AtomicBoolean();

    MockGateway(HttpServers servers, Settings settings, String apiKey, List<AutoCloseable> resources) {
        this.servers = servers;
        this.apiKey = apiKey;
        this.resources = resources;
        url = URI.create("%s://%s:%d%s"
                .formatted(
                        settings.tls() == null ? "http" : "https",
                        reachable(settings.host()),
                        servers.port(),
                        ServiceLinkageApi.BASE_PATH));
    }

    /** A gateway on a free port of the loopback interface, with the built-in people and {@link #DEFAULT_API_KEY}. */
    public static MockGatewayBuilder builder() {
        return new MockGatewayBuilder();
    }

    /**
     * The steps that a scenario can be made of, as they are written, each with what it does; names of faults are steps too.
     *
     * @see #SCENARIO_HEADER
     */
    public static Map<String, String> scenarios() {
        return ScenarioSteps.described();
    }

    /**
     * Begins to load what the first gateway of a JVM needs, in the background: for a program that has something else to do before it
     * starts one. {@link MockGatewayBuilder#start()} needs no such call.
     */
    public static void preload() {
        Preload.begin();
    }

    /** The server URL, up to and including {@link ServiceLinkageApi#BASE_PATH}. */
    public URI url() {
        return url;
    }

    /** The key that callers must send. */
    public String apiKey() {
        return apiKey;
    }

    /**
     * Takes no more connections, waits up to ten seconds for the answers on their way, and frees the port. Closing again does
     * nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            servers.stop();
            for (AutoCloseable resource : resources) {
                resource.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop the mock gateway: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot stop the mock gateway", e);
        }
    }

    /** Whoever listens everywhere is reachable here. */
    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
