package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.GatewayData;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.data.PeopleDirectory;
import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.exchange.Interceptor.Setup;
import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.fault.Variant;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.message.Problem;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.record.AccessLog;
import io.github.servicelinkage.stub.record.HarRecorder;
import io.github.servicelinkage.stub.record.ManagementEndpoints;
import io.github.servicelinkage.stub.record.Metrics;
import io.github.servicelinkage.stub.scenario.Scenarios;
import io.github.servicelinkage.stub.scenario.StandIn;
import io.github.servicelinkage.stub.server.HttpServers;
import io.github.servicelinkage.stub.server.Service;
import io.github.servicelinkage.stub.server.Settings;
import io.github.servicelinkage.stub.server.Tls;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link MockGateway}; not thread-safe. */
public final class MockGatewayBuilder {
    private static final int MAX_CONNECTIONS = 10_000;
    private static final Text NO_KEY = new Text(
            "모의 게이트웨이의 API 키가 올바르지 않습니다. 공백 없는 출력 가능한 ASCII 문자(최대 4096자)로 지정하십시오.",
            "The API key of the mock gateway is not a key. Give printable ASCII characters, no spaces, at most 4096 of them.");

    private final List<Interceptor> around = new ArrayList<>();
    private final List<Observer> observers = new ArrayList<>();
    private int port;
    private int eventLoops = 1;
    private int maxConnections = MAX_CONNECTIONS;
    private long seed;
    private Duration patience = Duration.ofMinutes(1);
    private String host = "127.0.0.1";
    private String apiKey = MockGateway.DEFAULT_API_KEY;
    private Language language = Language.ofSystem();
    private @Nullable Path data;
    private @Nullable Path record;
    private @Nullable PrintWriter accessLog;
    private @Nullable Tls tls;

    MockGatewayBuilder() {}

    /** Listens on this port; 0, the default, chooses a free one. */
    public MockGatewayBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * Listens on this address instead of the loopback address; {@code 0.0.0.0} opens the gateway to other machines. An IPv6 address may
     * be in brackets.
     */
    public MockGatewayBuilder host(String host) {
        this.host = host.replaceFirst("^\\[(.*)]$", "$1");
        return this;
    }

    /**
     * Accepts this key instead of {@link MockGateway#DEFAULT_API_KEY}; it is valid for every partner of the data. {@link #start} refuses
     * what is no {@linkplain MockGateway#isApiKey key}.
     */
    public MockGatewayBuilder apiKey(String apiKey) {
        this.apiKey = apiKey;
        return this;
    }

    /** Reads partners and people from this file instead of the built-in ones. */
    public MockGatewayBuilder data(Path data) {
        this.data = data;
        return this;
    }

    /** Makes the gateway faulty; a fault that is added later surrounds the earlier ones. */
    public MockGatewayBuilder fault(Fault fault) {
        around.add(fault.around());
        return this;
    }

    /** Makes the gateway a conformant variation. */
    public MockGatewayBuilder variant(Variant variant) {
        around.add(variant.around());
        return this;
    }

    /** Passes every exchange to this observer. */
    public MockGatewayBuilder observer(Observer observer) {
        observers.add(observer);
        return this;
    }

    /** Serves TLS with this certificate (PEM, with the intermediate ones) and key (PEM, PKCS #8). */
    public MockGatewayBuilder tls(Path certificate, Path key) {
        tls = new Tls.Own(certificate, key);
        return this;
    }

    /** Serves TLS with a new certificate for localhost; that of its authority is written to this file, for clients to trust. */
    public MockGatewayBuilder generatedTls(Path caFile) {
        tls = new Tls.Generated(caFile);
        return this;
    }

    /** Serves with this number of threads; 1 by default, enough for tens of thousands of requests per second. */
    public MockGatewayBuilder eventLoops(int eventLoops) {
        this.eventLoops = eventLoops;
        return this;
    }

    /**
     * Limits the number of open connections, 10,000 by default. For any further one, the one is closed on which no request has come for
     * longest since it was opened, or, if there is none, itself.
     */
    public MockGatewayBuilder maxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
        return this;
    }

    /** Limits how long a request may take to arrive and a connection may be idle; one minute by default. */
    public MockGatewayBuilder patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    /** Fixes whatever is random in a scenario; 0 by default. */
    public MockGatewayBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** Records every exchange, without personal data, in an HTTP Archive in this folder. */
    public MockGatewayBuilder record(Path folder) {
        record = folder;
        return this;
    }

    /** Writes one line per request, without personal data. */
    public MockGatewayBuilder accessLog(PrintWriter out) {
        accessLog = out;
        return this;
    }

    /** Language of the messages that {@link #start} throws: Korean for a Korean locale, English for any other; the system's by default. */
    public MockGatewayBuilder locale(Locale locale) {
        language = Language.of(locale);
        return this;
    }

    /**
     * Starts the gateway. When this returns, the gateway serves.
     *
     * @throws IOException if the key is none, the data file or the certificate cannot be read, the archive cannot be written, or the port is not
     *     available; the message is one sentence
     */
    public MockGateway start() throws IOException {
        MockGateway.preloaded();
        if (!MockGateway.isApiKey(apiKey)) {
            throw new IOException(NO_KEY.in(language));
        }
        GatewayData people = data == null ? DataFile.builtIn() : DataFile.read(data, apiKey, language);
        try {
            HarRecorder recorder =
                    record == null ? null : HarRecorder.in(record, Clock.systemUTC(), people.codes(), language);
            return start(people, recorder);
        } catch (Problem e) {
            throw e.in(language);
        }
    }

    private MockGateway start(GatewayData people, @Nullable HarRecorder recorder) throws IOException {
        Settings settings = new Settings(host, port, eventLoops, maxConnections, patience, tls);
        List<AutoCloseable> resources = new ArrayList<>();
        try {
            Service service = service(people, recorder, resources);
            HttpServers servers = HttpServers.start(settings, service, MockGateway.preloaded());
            return new MockGateway(servers, settings, apiKey, resources);
        } catch (IOException e) {
            if (recorder != null) {
                recorder.discard();
            }
            throw e;
        }
    }

    private Service service(GatewayData people, @Nullable HarRecorder recorder, List<AutoCloseable> resources) {
        LongAdder connections = new LongAdder();
        Metrics metrics = new Metrics();
        List<Observer> all = new ArrayList<>(observers);
        all.add(metrics);
        if (accessLog != null) {
            AccessLog log = new AccessLog(accessLog, Clock.systemUTC(), language);
            all.add(log);
            resources.add(log);
        }
        if (recorder != null) {
            resources.add(recorder);
            all.add(recorder);
        }
        ManagementEndpoints management = new ManagementEndpoints(metrics, connections::sum);
        return new Service(handler(people), management::respond, List.copyOf(all), connections);
    }

    private Handler handler(GatewayData people) {
        Setup setup = new Setup(
                apiKey,
                seed,
                people.people().stream()
                        .map(person -> new Interceptor.Person(person.ci(), person.korName()))
                        .toList());
        Handler handler = new ContractHandler(new ServerContract(new PeopleDirectory(people, apiKey)::caller));
        for (Interceptor interceptor : around) {
            handler = interceptor.around(handler, setup);
        }
        return new Scenarios(handler, setup, standIn(people.people()));
    }

    private static StandIn standIn(List<Person> people) {
        return people.isEmpty()
                ? new StandIn("MOCK", "모의")
                : new StandIn(people.get(0).ci(), people.get(0).korName());
    }
}
