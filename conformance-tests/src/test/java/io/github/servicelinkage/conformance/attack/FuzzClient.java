package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Asks with the client of the kit, and hears the input as the response. */
final class FuzzClient implements FuzzKind.Player {
    private final AtomicReference<byte[]> answer = new AtomicReference<>(new byte[0]);
    private final HostileServer server = new HostileServer(
            (request, connection) -> HostileServer.sending(answer.get()).answer(request, connection));
    private final LinkageClient client = LinkageClient.builder()
            .gateway(server.url())
            .apiKey(MockGateway.DEFAULT_API_KEY)
            .partner("F0995", "297")
            .timeout(Duration.ofSeconds(2))
            .retryPolicy(RetryPolicy.none())
            .build();
    private final Person person = new Person(SandboxPerson.CI, SandboxPerson.NAME);

    @Override
    public List<String> play(byte[] input) {
        answer.set(input);
        return List.of(text(() -> client.searchRegistration(person)), text(() -> client.searchConsent(person)));
    }

    /** What somebody who logs the outcome would see. */
    static String text(Supplier<Object> call) {
        try {
            return String.valueOf(call.get());
        } catch (LinkageException expected) {
            StringWriter trace = new StringWriter();
            expected.printStackTrace(new PrintWriter(trace));
            return trace.toString().replace("\t", " ");
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
