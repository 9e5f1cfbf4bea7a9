package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.Route;
import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.data.DataFile;
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
import java.util.concurrent.CompletableFuture;

/**
 * Loads, once in a JVM and side by side, the libraries that a gateway is made of. Begun before the arguments are read, it costs a process
 * that has a core to spare little of the time to its first answer.
 */
final class Preload {
    private static final List<CompletableFuture<Void>> TASKS =
            List.of(begin(Preload::answer), begin(DataFile::builtIn), begin(HttpServers::preload));

    private Preload() {}

    /** Begins, if that was not done before. */
    static void begin() {
        // Whoever calls has made this class begin.
    }

    /** Waits until what the first request needs is there, so that it is not loaded on the thread that serves. */
    static void await() {
        TASKS.forEach(CompletableFuture::join);
    }

    private static CompletableFuture<Void> begin(Runnable task) {
        return CompletableFuture.runAsync(task, work -> {
            Thread thread = new Thread(work, "mock-preload");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void answer() {
        ServerContract contract = new ServerContract(key -> Optional.of(new Anybody()));
        Map<String, List<String>> headers =
                Map.of(ServiceLinkageApi.API_KEY_HEADER, List.of("any"), "Content-Type", List.of("application/json"));
        for (Route<?, ?> route : ServiceLinkageApi.ROUTES) {
            contract.answer(
                    route.method(),
                    ServiceLinkageApi.BASE_PATH + route.path(),
                    name -> headers.getOrDefault(name, List.of()),
                    ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives answers of every shape. */
    private static final class Anybody implements ServiceLinkageApi {
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
