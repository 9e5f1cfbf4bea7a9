package io.github.servicelinkage.client;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.api.ServiceLinkageApi.Operation;
import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.model.CommonHeader;
import io.github.servicelinkage.client.model.ConsentBody;
import io.github.servicelinkage.client.model.ConsentRequest;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.model.RegistrationBody;
import io.github.servicelinkage.client.model.RegistrationRequest;
import io.github.servicelinkage.client.transport.Call;
import io.github.servicelinkage.client.transport.Redaction;
import io.github.servicelinkage.client.transport.Reply;
import io.github.servicelinkage.client.transport.Transport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Asks the open platform whether a person is a member, and which virtual accounts that person has connected.
 *
 * <p>Immutable and thread-safe: make one for each API key and keep it. Every method throws a {@link LinkageException} if
 * there is no result; an {@code Async} form completes with the same exception. Cancelling the future of an {@code Async}
 * form gives the request up.
 */
public final class LinkageClient implements AutoCloseable {

    /** The platform counts the days of a consent in Korean time. */
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final Transport transport;
    private final CallOptions settings;
    private final Partner partner;
    private final String apiKey;
    private final Clock clock;
    private final Executor executor;
    private final Resources resources;

    LinkageClient(
            Transport transport,
            CallOptions settings,
            Partner partner,
            String apiKey,
            Clock clock,
            Executor executor,
            Resources resources) {
        this.transport = transport;
        this.settings = settings;
        this.partner = partner;
        this.apiKey = apiKey;
        this.clock = clock;
        this.executor = executor;
        this.resources = resources;
    }

    /**
     * Starts the settings of a client. A gateway, the API key and the partner must be named, the rest has defaults.
     *
     * @return a builder
     */
    public static LinkageClientBuilder builder() {
        return new LinkageClientBuilder();
    }

    /**
     * Asks whether a person is a member of the fintech portal ({@code POST /register/search}).
     *
     * @param person whom to ask about
     * @return the answer
     */
    public RegistrationResult searchRegistration(Person person) {
        return searchRegistration(person, CallOptions.standard());
    }

    /**
     * Asks whether a person is a member of the fintech portal ({@code POST /register/search}).
     *
     * @param person whom to ask about
     * @param options what this call does differently
     * @return the answer
     */
    public RegistrationResult searchRegistration(Person person, CallOptions options) {
        return new RegistrationResult(call(
                ServiceLinkageApi.SEARCH_REGISTRATION,
                person,
                options,
                header -> new RegistrationRequest(partner, header, new RegistrationBody(person.korName()))));
    }

    /**
     * Asks which virtual accounts a person has connected to this service ({@code POST /consent/search}).
     *
     * @param person whom to ask about
     * @return the answer
     */
    public ConsentResult searchConsent(Person person) {
        return searchConsent(person, CallOptions.standard());
    }

    /**
     * Asks which virtual accounts a person has connected to this service ({@code POST /consent/search}).
     *
     * @param person whom to ask about
     * @param options what this call does differently
     * @return the answer
     */
    public ConsentResult searchConsent(Person person, CallOptions options) {
        return new ConsentResult(call(
                ServiceLinkageApi.SEARCH_CONSENT,
                person,
                options,
                header -> new ConsentRequest(partner, header, new ConsentBody(person.korName()))));
    }

    /**
     * Asks what to do next for a person: one call for somebody who is no member, two for a member.
     *
     * @param person whom to ask about
     * @return the next step
     */
    public NextStep nextStep(Person person) {
        return nextStep(person, CallOptions.standard());
    }

    /**
     * Asks what to do next for a person: one call for somebody who is no member, two for a member.
     *
     * @param person whom to ask about
     * @param options what both calls do differently; a request id named here serves for both
     * @return the next step
     */
    public NextStep nextStep(Person person, CallOptions options) {
        RegistrationResult registration = searchRegistration(person, options);
        if (!registration.isMember()) {
            return new NextStep.SignUp(registration);
        }
        ConsentResult consent = searchConsent(person, options);
        return consent.accounts().isEmpty()
                ? new NextStep.ConnectAccount(registration, consent)
                : new NextStep.Ready(registration, consent);
    }

    /**
     * {@link #searchRegistration(Person, CallOptions)} in another thread.
     *
     * @param person whom to ask about
     * @param options what this call does differently
     * @return the answer to come
     */
    public CompletableFuture<RegistrationResult> searchRegistrationAsync(Person person, CallOptions options) {
        return Background.start(executor, () -> searchRegistration(person, options));
    }

    /**
     * {@link #searchConsent(Person, CallOptions)} in another thread.
     *
     * @param person whom to ask about
     * @param options what this call does differently
     * @return the answer to come
     */
    public CompletableFuture<ConsentResult> searchConsentAsync(Person person, CallOptions options) {
        return Background.start(executor, () -> searchConsent(person, options));
    }

    /**
     * {@link #nextStep(Person, CallOptions)} in another thread.
     *
     * @param person whom to ask about
     * @param options what both calls do differently; a request id named here serves for both
     * @return the next step to come
     */
    public CompletableFuture<NextStep> nextStepAsync(Person person, CallOptions options) {
        return Background.start(executor, () -> nextStep(person, options));
    }

    private <Q, A> Outcome<A> call(
            Operation<Q, A> operation, Person person, CallOptions options, Function<CommonHeader, Q> request) {
        resources.mustBeOpen();
        Call call = Call.of(
                operation,
                options.orElse(settings),
                requestId -> request.apply(new CommonHeader(null, requestId, person.ci())),
                new Redaction(List.of(apiKey, person.ci(), person.korName())));
        Reply reply = transport.send(call);
        return new Outcome<>(
                reply.call().requestId(),
                reply.answer(),
                operation.responseType().cast(reply.body()),
                LocalDate.ofInstant(clock.instant(), KOREA));
    }

    /**
     * Ends what the client made for itself: its threads and, on Java 21 and later, its connections (before, they end when
     * the client is garbage-collected). Calls under way fail. May be called more than once.
     *
     * <p>A connection whose answer was not HTTP ends when the gateway closes it or, on Java 21 and later, here: the JDK
     * does not use it again, and does not close it earlier.
     */
    @Override
    public void close() {
        resources.close();
    }

    @Override
    public String toString() {
        return "LinkageClient[" + partner + "]";
    }
}
