package io.github.servicelinkage.stub.contract;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.ConsentRequest;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.Registration.Result;
import io.github.servicelinkage.stub.model.RegistrationRequest;
import io.github.servicelinkage.stub.model.VirtualAccount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the libraries that {@link ServerContract} uses before the first request, which otherwise waits for them. */
public final class WarmUp {
    private WarmUp() {}

    /** Sends the contract's example request to every operation. Takes some 100 ms; may run on any thread. */
    public static void run() {
        ServerContract contract = new ServerContract(key -> Optional.of(new Example()));
        Map<String, List<String>> headers =
                Map.of(ServiceLinkageApi.API_KEY_HEADER, List.of("any"), "Content-Type", List.of("application/json"));
        for (Route<?, ?> route : ServiceLinkageApi.ROUTES) {
            contract.respond(
                    route.method(),
                    Routes.path(route),
                    name -> headers.getOrDefault(name, List.of()),
                    ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Returns a response of every shape. */
    private static final class Example implements ServiceLinkageApi {
        @Override
        public Registration searchRegistration(RegistrationRequest request) {
            return new Registration(Result.NON_MEMBER, null);
        }

        @Override
        public Consent searchConsent(ConsentRequest request) {
            return new Consent(List.of(new VirtualAccount("", "", null, null)), null);
        }
    }
}
