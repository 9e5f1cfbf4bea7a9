package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.contract.WarmUp;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.scenario.Scenarios;
import io.github.servicelinkage.stub.server.HttpServers;
import io.github.servicelinkage.stub.server.Preload;
import io.github.servicelinkage.stub.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A gateway of the service linkage API that responds from a data file. Many can run in one JVM, each on its own port.
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
    /** The default key. Synthetic: no real gateway accepts it. */
    public static final String DEFAULT_API_KEY = "l7xx0123456789abcdef0123456789abcdef";

    /** The header field by which a caller chooses the gateway's behaviour for one request: a scenario of {@code mock --list-scenarios}. */
    public static final String SCENARIO_HEADER = Scenarios.HEADER;

    /** Longer ones would not fit into the head of a request beside the rest of it. */
    private static final int LONGEST_API_KEY = 4_096;

    private final HttpServers servers;
    private final URI url;
    private final String apiKey;
    private final List<AutoCloseable> resources;
    private final AtomicBoolean closed = new AtomicBoolean();

    MockGateway(HttpServers servers, Settings settings, String apiKey, List<AutoCloseable> resources) {
        this.servers = servers;
        this.apiKey = apiKey;
        this.resources = resources;
        String scheme = settings.tls() == null ? "http" : "https";
        url = URI.create(
                scheme + "://" + reachable(settings.host()) + ":" + servers.port() + ServiceLinkageApi.BASE_PATH);
    }

    /** A gateway on a free port of the loopback interface, with the built-in people and {@link #DEFAULT_API_KEY}. */
    public static MockGatewayBuilder builder() {
        return new MockGatewayBuilder();
    }

    /**
     * Whether a text can be an API key: 1 to 4,096 printable ASCII characters without spaces (RFC 9110 §5.5 has little more for the value
     * of a header field).
     */
    public static boolean isApiKey(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_API_KEY
                && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /**
     * The steps that a scenario is made of, as they are written, each with what it does. Names of faults are steps, too.
     *
     * @see #SCENARIO_HEADER
     */
    public static Map<String, Text> scenarios() {
        return Scenarios.steps();
    }

    /**
     * Starts to load, in the background, what the first gateway of a JVM needs: for a program that has something else to do before it
     * starts one. {@link MockGatewayBuilder#start()} needs no such call, and further calls do nothing.
     */
    public static void preload() {
        preloaded();
    }

    static Preload preloaded() {
        return Preloaded.ONCE;
    }

    /** Initialised by the first call that needs it. */
    private static final class Preloaded {
        private static final Preload ONCE = Preload.start(WarmUp::run, DataFile::builtIn, HttpServers::preload);
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
     * Accepts no more connections, waits up to ten seconds for pending responses, and releases the port. A caller who has not finished
     * a request is disconnected without a response. Closing again does nothing.
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

    /** A gateway that listens on every address is reachable on the loopback address. */
    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
