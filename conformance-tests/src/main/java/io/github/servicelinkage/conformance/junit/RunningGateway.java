package io.github.servicelinkage.conformance.junit;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A mock gateway that serves tests, and the client that they share; JUnit closes it with the test or class that it is for. */
record RunningGateway(MockGateway gateway, LinkageClient client, String scenario) implements AutoCloseable {

    private static final Subjects SANDBOX = SubjectsFile.sandbox();

    static RunningGateway start(MockGatewayBuilder builder, String scenario) {
        try {
            MockGateway gateway = builder.start();
            return new RunningGateway(gateway, builder(gateway, scenario).build(), scenario);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
    }

    static Person person() {
        Subject member = SANDBOX.main();
        return new Person(member.ci(), member.korName());
    }

    LinkageClientBuilder builder() {
        return builder(gateway, scenario);
    }

    private static LinkageClientBuilder builder(MockGateway gateway, String scenario) {
        LinkageClientBuilder client = LinkageClient.builder()
                .gateway(gateway.url())
                .apiKey(gateway.apiKey())
                .partner(SANDBOX.partner().comId(), SANDBOX.partner().srvId());
        return scenario.isEmpty()
                ? client
                : client.observer(attempt -> {
                    attempt.header(MockGateway.SCENARIO_HEADER, scenario);
                    return ending -> {};
                });
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
    }
}
