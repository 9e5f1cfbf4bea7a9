package io.github.servicelinkage.client;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.connection.ConnectionSettings;
import io.github.servicelinkage.client.connection.GatewayUrl;
import io.github.servicelinkage.client.connection.Resources;
import io.github.servicelinkage.client.endpoint.Gateway;
import io.github.servicelinkage.client.message.Arguments;
import io.github.servicelinkage.client.message.Messages;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.observe.Observer;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.transport.CallsUnderWay;
import io.github.servicelinkage.client.transport.Time;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Configures a {@link LinkageClient}. Not thread-safe; the client that it builds is. */
public final class LinkageClientBuilder {

    private final ConnectionSettings connection = new ConnectionSettings();
    private final List<Observer> observers = new ArrayList<>();
    private @Nullable URI gateway;
    private @Nullable String apiKey;
    private @Nullable Partner partner;
    private CallOptions settings =
            CallOptions.standard().withTimeout(Duration.ofSeconds(10)).withRetryPolicy(RetryPolicy.standard());
    private @Nullable Executor executor;
    private int maxResponseBytes = 1 << 20;
    private Clock clock = Clock.systemUTC();

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
     * @throws IllegalArgumentException if it is not an HTTPS URL; plain HTTP is accepted for this machine only, because
     *     requests hold personal data
     */
    public LinkageClientBuilder gateway(URI url) {
        this.gateway = GatewayUrl.checked(url);
        return this;
    }

    /**
     * Sets the API key that the platform has issued. It is sent in the header of each request and appears nowhere else.
     *
     * @param key the key
     * @return this builder
     * @throws IllegalArgumentException if it is missing or cannot be sent in a header field
     */
    public LinkageClientBuilder apiKey(@Nullable String key) {
        this.apiKey = Arguments.apiKey(key);
        return this;
    }

    /**
     * Sets the caller, by the codes that the platform has issued.
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
     * Limits each attempt, from connecting to the last byte of the response. Default: 10 seconds.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public LinkageClientBuilder timeout(Duration limit) {
        this.settings = settings.withTimeout(limit);
        return this;
    }

    /**
     * Sets when calls are retried. Default: {@link RetryPolicy#standard()}.
     *
     * @param policy the policy
     * @return this builder
     */
    public LinkageClientBuilder retryPolicy(RetryPolicy policy) {
        this.settings = settings.withRetryPolicy(policy);
        return this;
    }

    /**
     * Limits the body of a response, to protect the caller's memory. Default: 1 MiB, some ten thousand accounts.
     *
     * @param bytes 1 or more; a larger response is not read to its end
     * @return this builder
     */
    public LinkageClientBuilder maxResponseBytes(int bytes) {
        this.maxResponseBytes = Arguments.positive("maxResponseBytes", bytes);
        return this;
    }

    /**
     * Limits the time for connecting, TLS handshake included. Default: 5 seconds.
     *
     * @param limit a positive duration
     * @return this builder
     */
    public LinkageClientBuilder connectTimeout(Duration limit) {
        connection.connectTimeout(limit);
        return this;
    }

    /**
     * Sets the proxy. Default: that of the system properties.
     *
     * @param selector selects the proxy for a URL
     * @return this builder
     */
    public LinkageClientBuilder proxy(ProxySelector selector) {
        connection.proxy(selector);
        return this;
    }

    /**
     * Sets the TLS settings, for a client certificate or your own trust store. Default: those of the JVM. Host names are
     * always verified.
     *
     * @param context the settings
     * @return this builder
     */
    public LinkageClientBuilder sslContext(SSLContext context) {
        connection.tls(context);
        return this;
    }

    /**
     * Trusts the certificate authorities in a file in addition to those of the JVM, for a gateway with a private CA.
     * Replaces {@link #sslContext}. Verification cannot be disabled.
     *
     * @param pem a PEM file of one or more certificates
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read or holds no certificate
     */
    public LinkageClientBuilder caFile(Path pem) {
        connection.caFile(pem);
        return this;
    }

    /**
     * Sends with your own HTTP client, which stays open when this one is closed. It brings its connect timeout, proxy and TLS
     * settings, so those of this builder must not be set.
     *
     * @param client the HTTP client
     * @return this builder
     * @throws IllegalArgumentException if it follows redirects, since the API key would be sent along
     */
    public LinkageClientBuilder httpClient(HttpClient client) {
        connection.http(client);
        return this;
    }

    /**
     * Sets where {@code Async} calls run. Default: virtual threads on Java 21 and later, otherwise a pool of daemon threads.
     * To keep the context of the caller, set an executor that propagates it, such as OpenTelemetry's {@code
     * Context.taskWrapping}. All other calls run in the thread of the caller.
     *
     * @param where the executor; it stays open when the client is closed
     * @return this builder
     */
    public LinkageClientBuilder executor(Executor where) {
        this.executor = where;
        return this;
    }

    /**
     * Adds an observer of every attempt. Observers are notified in the order in which they were added.
     *
     * @param observer the observer
     * @return this builder
     */
    public LinkageClientBuilder observer(Observer observer) {
        this.observers.add(observer);
        return this;
    }

    /**
     * Sets the clock by which a consent has expired and the quota resets. Default: the system clock.
     *
     * @param source the clock, in any zone
     * @return this builder
     */
    public LinkageClientBuilder clock(Clock source) {
        this.clock = source;
        return this;
    }

    /**
     * Creates the client.
     *
     * @return a client; close it to release its threads at once
     * @throws IllegalStateException if gateway, API key or partner is missing, or settings exclude each other
     */
    public LinkageClient build() {
        URI server = required("setting.gateway", gateway);
        String key = required("setting.apiKey", apiKey);
        Partner caller = required("setting.partner", partner);
        CallsUnderWay underWay = new CallsUnderWay();
        Resources resources = new Resources(underWay);
        HttpClient http = connection.open(resources);
        Executor background = executor == null ? resources.callExecutor() : executor;
        Gateway calls = Gateway.at(server, key, http, maxResponseBytes, observers, clock, Time.SYSTEM, underWay);
        return new LinkageClient(calls, settings, caller, background, resources);
    }

    private static <T> T required(String message, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(Messages.text(message));
        }
        return value;
    }
}
