package io.github.servicelinkage.client;

import io.github.servicelinkage.client.connection.Background;
import io.github.servicelinkage.client.connection.Resources;
import io.github.servicelinkage.client.endpoint.Endpoint;
import io.github.servicelinkage.client.endpoint.Gateway;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.model.CommonHeader;
import io.github.servicelinkage.client.model.Consent;
import io.github.servicelinkage.client.model.ConsentBody;
import io.github.servicelinkage.client.model.ConsentRequest;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.model.Registration;
import io.github.servicelinkage.client.model.RegistrationBody;
import io.github.servicelinkage.client.model.RegistrationRequest;
import io.github.servicelinkage.client.options.CallOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Asks the open platform whether a person is a member, and which virtual accounts that person has connected.
 *
 * <p>Immutable and thread-safe: create one per API key and keep it. Every method throws a {@link LinkageException} if there
 * is no result; the future of an {@code Async} method completes with the same exception. Cancelling that future aborts the
 * request. After {@link #close()} every method gives an {@link IllegalStateException} in the same way: thrown, or as the
 * failure of the future.
 */
public final class LinkageClient implements AutoCloseable {

    private final Endpoint<RegistrationRequest, Registration> registration;
    private final Endpoint<ConsentRequest, Consent> consent;
    private final CallOptions settings;
    private final Partner partner;
    private final Executor executor;
    private final Resources resources;

    LinkageClient(Gateway gateway, CallOptions settings, Partner partner, Executor executor, Resources resources) {
        this.registration = Endpoint.registration(gateway);
        this.consent = Endpoint.consent(gateway);
        this.settings = settings;
        this.partner = partner;
        this.executor = executor;
        this.resources = resources;
    }

    /**
     * Starts configuring a client. Gateway, API key and partner are required, everything else has a default.
     *
     * @return a builder
     */
    public static LinkageClientBuilder builder() {
        return new LinkageClientBuilder();
    }

    /**
     * Asks whether a person is a member of the fintech portal ({@code POST /register/search}).
     *
     * @param person the person to ask about
     * @return the membership
     */
    public Membership searchRegistration(Person person) {
        return searchRegistration(person, CallOptions.standard());
    }

    /**
     * Asks whether a person is a member of the fintech portal ({@code POST /register/search}).
     *
     * @param person the person to ask about
     * @param options what this call does differently
     * @return the membership
     */
    public Membership searchRegistration(Person person, CallOptions options) {
        resources.mustBeOpen();
        return membership(person, options);
    }

    private Membership membership(Person person, CallOptions options) {
        return new Membership(registration.call(
                id -> new RegistrationRequest(partner, header(id, person), new RegistrationBody(person.korName())),
                options.orElse(settings)));
    }

    /**
     * Asks which virtual accounts a person has connected to this service ({@code POST /consent/search}).
     *
     * @param person the person to ask about
     * @return the accounts
     */
    public ConnectedAccounts searchConsent(Person person) {
        return searchConsent(person, CallOptions.standard());
    }

    /**
     * Asks which virtual accounts a person has connected to this service ({@code POST /consent/search}).
     *
     * @param person the person to ask about
     * @param options what this call does differently
     * @return the accounts
     */
    public ConnectedAccounts searchConsent(Person person, CallOptions options) {
        resources.mustBeOpen();
        return connectedAccounts(person, options);
    }

    private ConnectedAccounts connectedAccounts(Person person, CallOptions options) {
        return new ConnectedAccounts(consent.call(
                id -> new ConsentRequest(partner, header(id, person), new ConsentBody(person.korName())),
                options.orElse(settings)));
    }

    /**
     * Asks what to do next for a person. This takes one call for a person who is not a member, two for a member.
     *
     * @param person the person to ask about
     * @return the next step
     */
    public NextStep nextStep(Person person) {
        return nextStep(person, CallOptions.standard());
    }

    /**
     * Asks what to do next for a person. This takes one call for a person who is not a member, two for a member.
     *
     * @param person the person to ask about
     * @param options what both calls do differently; a request id set here is used for both
     * @return the next step
     */
    public NextStep nextStep(Person person, CallOptions options) {
        resources.mustBeOpen();
        return step(person, options);
    }

    private NextStep step(Person person, CallOptions options) {
        Membership membership = membership(person, options);
        if (!membership.isMember()) {
            return new NextStep.SignUp(membership);
        }
        ConnectedAccounts connected = connectedAccounts(person, options);
        return connected.accounts().isEmpty()
                ? new NextStep.ConnectAccount(membership, connected)
                : new NextStep.Ready(membership, connected);
    }

    /**
     * Runs {@link #searchRegistration(Person, CallOptions)} in another thread.
     *
     * @param person the person to ask about
     * @param options what this call does differently
     * @return completes with the membership
     */
    public CompletableFuture<Membership> searchRegistrationAsync(Person person, CallOptions options) {
        return inBackground(() -> membership(person, options));
    }

    /**
     * Runs {@link #searchConsent(Person, CallOptions)} in another thread.
     *
     * @param person the person to ask about
     * @param options what this call does differently
     * @return completes with the accounts
     */
    public CompletableFuture<ConnectedAccounts> searchConsentAsync(Person person, CallOptions options) {
        return inBackground(() -> connectedAccounts(person, options));
    }

    /**
     * Runs {@link #nextStep(Person, CallOptions)} in another thread.
     *
     * @param person the person to ask about
     * @param options what both calls do differently; a request id set here is used for both
     * @return completes with the next step
     */
    public CompletableFuture<NextStep> nextStepAsync(Person person, CallOptions options) {
        return inBackground(() -> step(person, options));
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> call) {
        try {
            resources.mustBeOpen();
        } catch (IllegalStateException closed) {
            return CompletableFuture.failedFuture(closed);
        }
        return Background.start(executor, call);
    }

    private static CommonHeader header(String requestId, Person person) {
        return new CommonHeader(null, requestId, person.ci());
    }

    /**
     * Ends the calls under way, in whatever thread and with whatever HTTP client: they fail at once with a {@link
     * io.github.servicelinkage.client.error.ConnectionException}. Then, as soon as the last of them has ended, releases what
     * the client created: threads and connections. Closing twice has no effect.
     *
     * <p>Before Java 21, the one thread of a client that never connected ends only when the client is garbage-collected. An
     * HTTP client of your own stays open. If it is that of an early Java 17 (17.0.15, for one), and a call is closed,
     * cancelled or interrupted just while a response arrives, it may keep its one selector thread until the JVM ends, though
     * no connection.
     *
     * <p>A connection on which the response was not HTTP stays open until the gateway closes it or, on Java 21 and later,
     * until the client is closed: the JDK neither reuses it nor closes it earlier.
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
