package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.Directory;
import io.github.servicelinkage.stub.data.GatewayData;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.mock.Interceptor.Setup;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link MockGateway}; not thread-safe. */
public final class MockGatewayBuilder {
    private static final int MAX_CONNECTIONS = 10_000;

    private final List<Interceptor> around = new ArrayList<>();
    private final List<Observer> observers = new ArrayList<>();
    private int port;
    private int eventLoops = 1;
    private int maxConnections = MAX_CONNECTIONS;
    private long seed;
    private Duration patience = Duration.ofMinutes(1);
    private String host = "127.0.0.1";
    private String apiKey = MockGateway.DEFAULT_API_KEY;
    private Locale locale = Locale.getDefault();
    private @Nullable Path data;
    private @Nullable Path record;
    private @Nullable PrintWriter accessLog;
    private @Nullable Tls tls;

    MockGatewayBuilder() {}

    /** Listens on this port; 0, the default, takes a free one. */
    public MockGatewayBuilder port(int port) {
        this.port = port;
        return this;
    }

    /** Listens on this address, in place of the loopback address; {@code 0.0.0.0} opens the gateway to other machines. */
    public MockGatewayBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** Takes this key in place of {@link MockGateway#DEFAULT_API_KEY}; it serves every partner of the data. */
    public MockGatewayBuilder apiKey(String apiKey) {
        this.apiKey = apiKey;
        return this;
    }

    /** Reads partners and people from this file, in place of the built-in ones. */
    public MockGatewayBuilder data(Path data) {
        this.data = data;
        return this;
    }

    /** Makes the gateway faulty; faults that are added later lie further out. */
    public MockGatewayBuilder fault(Fault fault) {
        around.add(fault.around());
        return this;
    }

    /** Makes the gateway different, yet as correct. */
    public MockGatewayBuilder variant(Variant variant) {
        around.add(variant.around());
        return this;
    }

    /** Tells this observer about every exchange. */
    public MockGatewayBuilder observer(Observer observer) {
        observers.add(observer);
        return this;
    }

    /** Speaks TLS with this certificate (PEM, with those between it and its root) and key (PEM, PKCS #8). */
    public MockGatewayBuilder tls(Path certificate, Path key) {
        tls = new Tls.Own(certificate, key);
        return this;
    }

    /** Speaks TLS with a new certificate for localhost; that of its authority is written to this file, for clients to trust. */
    public MockGatewayBuilder generatedTls(Path caFile) {
        tls = new Tls.Generated(caFile);
        return this;
    }

    /** Serves with this many threads; 1 by default, which carries tens of thousands of requests per second. */
    public MockGatewayBuilder eventLoops(int eventLoops) {
        this.eventLoops = eventLoops;
        return this;
    }

    /** Keeps at most so many connections open; 10,000 by default. A connection beyond them is closed at once. */
    public MockGatewayBuilder maxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
        return this;
    }

    /** Gives a caller so long to send a request, and keeps an idle connection so long; one minute by default. */
    public MockGatewayBuilder patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    /** Fixes whatever is random in a scenario; 0 by default. */
    public MockGatewayBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** Writes every exchange, without anything personal, to an HTTP Archive in this folder. */
    public MockGatewayBuilder record(Path folder) {
        record = folder;
        return this;
    }

    /** Writes a line per request, without anything personal. */
    public MockGatewayBuilder accessLog(PrintWriter out) {
        accessLog = out;
        return this;
    }

    /** Words what {@link #start} throws in this language, Korean or else English; the machine's by default. */
    public MockGatewayBuilder locale(Locale locale) {
        this.locale = locale;
        return this;
    }

    /**
     * Starts the gateway; when this returns, it answers.
     *
     * @throws IOException if the data file or the certificate cannot be read, the archive cannot be written or the port is taken; the
     *     message is one sentence
     */
    public MockGateway start() throws IOException {
        Preload.begin();
        GatewayData people = data == null ? DataFile.builtIn() : DataFile.read(data, locale);
        Settings settings = new Settings(host, port, eventLoops, maxConnections, patience, certificate());
        HarRecorder recorder = recorder(people);
        try {
            return start(settings, people, recorder);
        } catch (IOException e) {
            if (recorder != null) {
                recorder.discard();
            }
            // Vert.x reads a certificate when it begins to listen; what is wrong with the port or address is an I/O
            // problem.
            boolean listening = tls == null || e.getCause() instanceof IOException;
            throw listening
                    ? problem(e, "cannotListen", host, String.valueOf(port), String.valueOf(e.getMessage()))
                    : problem(e, "cannotCertify", String.valueOf(e.getMessage()));
        }
    }

    private MockGateway start(Settings settings, GatewayData people, @Nullable HarRecorder recorder)
            throws IOException {
        Metrics metrics = new Metrics();
        List<Observer> all = new ArrayList<>(observers);
        all.add(metrics);
        if (accessLog != null) {
            all.add(new AccessLog(accessLog, Clock.systemUTC()));
        }
        if (recorder != null) {
            all.add(recorder);
        }
        ServerContract contract = new ServerContract(new Directory(people, apiKey)::caller);
        Handler handler = new Operations(handler(contract, people), metrics);
        HttpServers servers = HttpServers.start(settings, handler, List.copyOf(all), metrics);
        return new MockGateway(servers, settings, apiKey, recorder == null ? List.of() : List.of(recorder));
    }

    private @Nullable KeyCertOptions certificate() throws IOException {
        try {
            return tls == null ? null : tls.ready();
        } catch (IOException e) {
            throw problem(e, "cannotCertify", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable HarRecorder recorder(GatewayData people) throws IOException {
        try {
            return record == null ? null : new HarRecorder(record, Clock.systemUTC(), people.codes());
        } catch (IOException e) {
            throw problem(e, "cannotRecord", String.valueOf(record));
        }
    }

    private IOException problem(IOException cause, String sentence, Object... values) {
        ResourceBundle sentences = ResourceBundle.getBundle(HttpServers.class.getName(), locale);
        return new IOException(MessageFormat.format(sentences.getString(sentence), values), cause);
    }

    private Handler handler(ServerContract contract, GatewayData people) {
        Setup setup = new Setup(apiKey, seed);
        Handler handler = new ProperHandler(contract);
        for (Interceptor interceptor : around) {
            handler = interceptor.around(handler, setup);
        }
        Person standIn = people.people().isEmpty()
                ? new Person(null, "모의", "MOCK", null, null, null)
                : people.people().get(0);
        return new Scenarios(handler, new ScenarioSteps(setup), standIn);
    }
}
