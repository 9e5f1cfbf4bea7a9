package io.github.servicelinkage.client;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.call.Observer;
import io.github.servicelinkage.client.call.RetryPolicy;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.transport.AnswerReader;
import io.github.servicelinkage.client.transport.Authenticating;
import io.github.servicelinkage.client.transport.ContractBodies;
import io.github.servicelinkage.client.transport.Identifying;
import io.github.servicelinkage.client.transport.Observing;
import io.github.servicelinkage.client.transport.Pause;
import io.github.servicelinkage.client.transport.RequestIds;
import io.github.servicelinkage.client.transport.Retrying;
import io.github.servicelinkage.client.transport.Sending;
import io.github.servicelinkage.client.transport.Transport;
import io.github.servicelinkage.client.transport.Validating;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link LinkageClient}. Not thread-safe; the client that it builds is. */
public final class LinkageClientBuilder {

    /** The longest answer that is read unless another limit is set: 1 MiB, some ten thousand accounts. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private @Nullable URI gateway;
    private @Nullable String apiKey;
    private @Nullable Partner partner;
    private CallOptions settings =
            CallOptions.standard().withTimeout(Duration.ofSeconds(10)).withRetryPolicy(RetryPolicy.standard());
    private @Nullable Duration connectTimeout;
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext tls;
    private @Nullable HttpClient http;
    private @Nullable Executor executor;
    private final List<Observer> observers = new ArrayList<>();
    private int longestAnswer = LONGEST_ANSWER;
    private Clock clock = Clock.systemUTC();
    private Pause pause = Pause.REAL;

    LinkageClientBuilder() {}

    /**
     * Calls the platform's sandbox, as the contract names it.
     *
     * @return this builder
     */
    public LinkageClientBuilder sandbox() {
        return gateway(ServiceLinkageApi.SANDBOX);
    }

    /**
     * Calls the platform's production gateway, as the contract names it.
     *
     * @return this builder
     */
    public LinkageClientBuilder production() {
        return gateway(ServiceLinkageApi.PRODUCTION);
    }

    /**
     * Calls another gateway.
     *
     * @param url URL up to {@code /v1/common/member}, in front of the operations' paths
     * @return this builder
     * @throws IllegalArgumentException if it is no HTTPS URL; plain HTTP is for this machine only, since a request holds
     *     personal data
     */
    public LinkageClientBuilder gateway(URI url) {
        this.gateway = Gateways.checked(url);
        return this;
    }

    /**
     * The API key that the platform has issued. It goes into the header of each request and nowhere else.
     *
     * @param key the key
     * @return this builder
     * @throws IllegalArgumentException if it is missing or cannot stand in a header
     */
    public LinkageClientBuilder apiKey(@Nullable String key) {
        if (key == null || !key.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "the API key must be printable ASCII without spaces; is the variable set?");
        }
        this.apiKey = key;
        return this;
    }

    /**
     * Who calls, by the codes that the platform has issued.
     *
     * @param comId code of the fintech company
     * @param srvId code of the fintech service
     * @return this builder
     */
    public LinkageClientBuilder partner(String comId, String srvId) {
        this.partner = new Partner(comId, srvId);
        return this;
    }

    /**
     * How long connecting may take, TLS included; 5 seconds unless set.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public LinkageClientBuilder connectTimeout(Duration limit) {
        this.connectTimeout = limit;
        return this;
    }

    /**
     * How long one try may take, from connecting to the last byte of the answer; 10 seconds unless set.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public LinkageClientBuilder timeout(Duration limit) {
        this.settings = settings.withTimeout(limit);
        return this;
    }

    /**
     * When a call is repeated; {@link RetryPolicy#standard()} unless set.
     *
     * @param policy the policy
     * @return this builder
     */
    public LinkageClientBuilder retryPolicy(RetryPolicy policy) {
        this.settings = settings.withRetryPolicy(policy);
        return this;
    }

    /**
     * The proxy to go through; that of the system properties unless set.
     *
     * @param selector names the proxy for a URL
     * @return this builder
     */
    public LinkageClientBuilder proxy(ProxySelector selector) {
        this.proxy = selector;
        return this;
    }

    /**
     * The TLS settings, for a client certificate or a trust store of your own; those of the JVM unless set. The host
     * name is checked in any case.
     *
     * @param context the settings
     * @return this builder
     */
    public LinkageClientBuilder sslContext(SSLContext context) {
        this.tls = context;
        return this;
    }

    /**
     * Trusts the certificate authorities of a file instead of those of the JVM, for a gateway with a certificate of its
     * own. There is no way to switch verification off.
     *
     * @param pem a PEM file of one or more certificates
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public LinkageClientBuilder caFile(Path pem) {
        return sslContext(HttpClients.trusting(pem));
    }

    /**
     * Sends with an HTTP client of your own, which stays open when this one is closed. Its connect timeout, proxy and TLS
     * settings apply, so those of this builder may not be set as well.
     *
     * @param client the HTTP client
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects, since the API key would go with them
     */
    public LinkageClientBuilder httpClient(HttpClient client) {
        this.http = HttpClients.checked(client);
        return this;
    }

    /**
     * Where the calls of the {@code Async} forms run; virtual threads on Java 21 and later, a pool of daemon threads
     * before, unless set. Name an executor that hands on the context to keep it in those forms: OpenTelemetry's {@code
     * Context.taskWrapping}, for example. The other forms run in the thread of the caller.
     *
     * @param where the executor; it stays open when the client is closed
     * @return this builder
     */
    public LinkageClientBuilder executor(Executor where) {
        this.executor = where;
        return this;
    }

    /**
     * Adds an observer of every try. Observers are told in the order in which they are added.
     *
     * @param observer the observer
     * @return this builder
     */
    public LinkageClientBuilder observer(Observer observer) {
        this.observers.add(observer);
        return this;
    }

    /**
     * How long the body of an answer may be; 1 MiB unless set. A longer one is not read to its end.
     *
     * @param bytes 1 or more
     * @return this builder
     */
    public LinkageClientBuilder longestAnswer(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("longestAnswer must be 1 byte or more, not " + bytes);
        }
        this.longestAnswer = bytes;
        return this;
    }

    /**
     * The clock that tells whether a consent has expired and when the quota resets; the machine's unless set.
     *
     * @param time the clock, in any zone
     * @return this builder
     */
    public LinkageClientBuilder clock(Clock time) {
        this.clock = time;
        return this;
    }

    LinkageClientBuilder pause(Pause passing) {
        this.pause = passing;
        return this;
    }

    /**
     * Makes the client.
     *
     * @return a client; close it to free its threads at once
     * @throws IllegalStateException if the gateway, the API key or the partner is missing, or settings exclude each other
     */
    public LinkageClient build() {
        URI server = required("gateway", "sandbox(), production() or gateway(URI)", gateway);
        String key = required("API key", "apiKey(String)", apiKey);
        Partner caller = required("partner", "partner(comId, srvId)", partner);
        if (http != null && (connectTimeout != null || proxy != null || tls != null)) {
            throw new IllegalStateException("an HTTP client of your own brings its connect timeout, proxy and TLS"
                    + " settings: set them there, not here");
        }
        Resources resources = new Resources();
        Duration connecting = connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout;
        HttpClient sender = http == null ? resources.httpClient(connecting, proxy, tls) : http;
        Executor background = executor == null ? resources.callExecutor() : executor;

        ContractBodies contract = ContractBodies.shared();
        // Ids and waits must differ from those of other clients; nobody needs to be kept from guessing them.
        RandomGenerator random = new Random(new SecureRandom().nextLong());
        Transport sending = new Sending(sender, server, longestAnswer, pause);
        Transport observing = new Observing(sending, List.copyOf(observers), pause);
        Transport retrying = new Retrying(observing, clock, pause, random);
        Transport validating = new Validating(retrying, contract, new AnswerReader(contract, clock));
        Transport identifying = new Identifying(validating, new RequestIds(clock, random, contract.longestRequestId()));
        return new LinkageClient(
                new Authenticating(identifying, key), settings, caller, key, clock, background, resources);
    }

    private static <T> T required(String what, String how, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the " + what + " is missing: name it with " + how);
        }
        return value;
    }
}
