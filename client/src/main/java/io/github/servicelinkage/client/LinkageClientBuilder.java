package io.github.servicelinkage.client;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.call.RetryPolicy;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.transport.AnswerReader;
import io.github.servicelinkage.client.transport.Authenticating;
import io.github.servicelinkage.client.transport.ContractBodies;
import io.github.servicelinkage.client.transport.Identifying;
import io.github.servicelinkage.client.transport.Pause;
import io.github.servicelinkage.client.transport.RequestIds;
import io.github.servicelinkage.client.transport.Retrying;
import io.github.servicelinkage.client.transport.Sending;
import io.github.servicelinkage.client.transport.Transport;
import io.github.servicelinkage.client.transport.Validating;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link LinkageClient}. Not thread-safe; the client that it builds is. */
public final class LinkageClientBuilder {

    /** The longest answer that is read unless another limit is set: 1 MiB, some ten thousand accounts. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private @Nullable URI gateway;
    private @Nullable String apiKey;
    private @Nullable Partner partner;
    private CallOptions settings =
            CallOptions.standard().withTimeout(Duration.ofSeconds(10)).withRetryPolicy(RetryPolicy.standard());
    private Duration connectTimeout = Duration.ofSeconds(5);
    private int longestAnswer = LONGEST_ANSWER;
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
     * Makes the client.
     *
     * @return a client; close it to free its threads at once
     * @throws IllegalStateException if the gateway, the API key or the partner is missing
     */
    public LinkageClient build() {
        URI server = required("gateway", "sandbox(), production() or gateway(URI)", gateway);
        String key = required("API key", "apiKey(String)", apiKey);
        Partner caller = required("partner", "partner(comId, srvId)", partner);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        ContractBodies contract = ContractBodies.shared();
        RandomGenerator random = new SecureRandom();
        Transport sending = new Sending(http, server, longestAnswer);
        Transport retrying = new Retrying(sending, clock, Pause.REAL, random);
        Transport validating = new Validating(retrying, contract, new AnswerReader(contract, clock));
        Transport identifying = new Identifying(validating, new RequestIds(clock, random, contract.longestRequestId()));
        Executor executor = ForkJoinPool.commonPool();
        return new LinkageClient(
                new Authenticating(identifying, key), settings, caller, key, clock, executor, () -> {});
    }

    private static <T> T required(String what, String how, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the " + what + " is missing: name it with " + how);
        }
        return value;
    }
}
