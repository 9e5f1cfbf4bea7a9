package io.github.servicelinkage.client;

import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.call.Observer;
import io.github.servicelinkage.client.call.RetryPolicy;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.transport.Chain;
import io.github.servicelinkage.client.transport.Pause;
import io.github.servicelinkage.client.transport.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link LinkageClient}. Not thread-safe; the client that it builds is. */
public final class LinkageClientBuilder extends ConnectionSettings {

    /** The longest answer that is read unless another limit is set: 1 MiB, some ten thousand accounts. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private @Nullable String apiKey;
    private @Nullable Partner partner;
    private CallOptions settings = CallOptions.standard().withTimeout(TIMEOUT).withRetryPolicy(RetryPolicy.standard());
    private @Nullable Executor executor;
    private final List<Observer> observers = new ArrayList<>();
    private int longestAnswer = LONGEST_ANSWER;
    private Clock clock = Clock.systemUTC();
    private Pause pause = Pause.REAL;

    LinkageClientBuilder() {}

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
        URI server = requiredGateway();
        String key = required("API key", "apiKey(String)", apiKey);
        Partner caller = required("partner", "partner(comId, srvId)", partner);
        Resources resources = new Resources();
        HttpClient http = openHttpClient(resources);
        Executor background = executor == null ? resources.callExecutor() : executor;
        Transport chain = Chain.of(http, server, key, longestAnswer, observers, clock, pause);
        return new LinkageClient(chain, settings, caller, key, clock, background, resources);
    }

    @Override
    LinkageClientBuilder self() {
        return this;
    }
}
