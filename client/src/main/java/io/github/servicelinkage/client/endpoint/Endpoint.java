package io.github.servicelinkage.client.endpoint;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.api.ServiceLinkageApi.Operation;
import io.github.servicelinkage.client.error.InvalidRequestException;
import io.github.servicelinkage.client.error.Violation;
import io.github.servicelinkage.client.model.Consent;
import io.github.servicelinkage.client.model.ConsentRequest;
import io.github.servicelinkage.client.model.Registration;
import io.github.servicelinkage.client.model.RegistrationRequest;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.response.RawResponse;
import io.github.servicelinkage.client.transport.Masking;
import io.github.servicelinkage.client.transport.OutgoingCall;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One operation of the contract. No request is sent and no response is returned that violates it. Thread-safe.
 *
 * @param <Q> body of the request
 * @param <A> body of a successful response
 */
public final class Endpoint<Q, A> {

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

    private final Operation<Q, A> operation;
    private final ResponseReader<A> reader;
    private final Gateway gateway;
    private final ContractBodies bodies = ContractBodies.shared();

    private Endpoint(Operation<Q, A> operation, DateMember<A> expiry, Gateway gateway) {
        this.operation = operation;
        this.reader = new ResponseReader<>(operation.responseType(), expiry, gateway.clock());
        this.gateway = gateway;
    }

    /**
     * Asks whether a person is a member.
     *
     * @param gateway the gateway to call
     * @return the endpoint
     */
    public static Endpoint<RegistrationRequest, Registration> registration(Gateway gateway) {
        return new Endpoint<>(
                ServiceLinkageApi.SEARCH_REGISTRATION,
                new DateMember<>("commonTermsExpireDate", Registration::commonTermsExpireDate),
                gateway);
    }

    /**
     * Asks which accounts a person has connected.
     *
     * @param gateway the gateway to call
     * @return the endpoint
     */
    public static Endpoint<ConsentRequest, Consent> consent(Gateway gateway) {
        return new Endpoint<>(
                ServiceLinkageApi.SEARCH_CONSENT,
                new DateMember<>("serviceTermsExpireDate", Consent::serviceTermsExpireDate),
                gateway);
    }

    /**
     * Makes one call, with as many attempts as its retry policy allows.
     *
     * @param requestOf makes the request body for a request id
     * @param options complete options: timeout and retry policy are set
     * @return what the call brought
     */
    public Outcome<A> call(Function<String, Q> requestOf, CallOptions options) {
        String id = options.requestId().orElseGet(gateway.requestIds());
        Q request = requestOf.apply(id);
        List<Violation> violations = bodies.violations(request);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(id, violations);
        }
        LOG.debug("{} sends {}", id, request);
        Masking masking = new Masking(() -> secrets(request));
        RawResponse response =
                gateway.transport().send(new OutgoingCall(operation, id, bodies.write(request), masking, options));
        Outcome<A> outcome = reader.read(id, response, masking);
        LOG.debug("{} received {}", id, outcome.body());
        return outcome;
    }

    private List<String> secrets(Q request) {
        return Stream.concat(Stream.of(gateway.apiKey()), bodies.personalValues(request).stream())
                .toList();
    }
}
