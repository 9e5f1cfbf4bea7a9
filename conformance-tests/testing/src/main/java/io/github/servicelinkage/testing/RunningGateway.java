package io.github.servicelinkage.testing;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A running mock gateway and the client that its tests share; JUnit closes it after the test or class that it belongs to. */
record RunningGateway(MockGateway gateway, LinkageClient client, String scenario) implements AutoCloseable {

    static RunningGateway start(MockGatewayBuilder builder, String scenario) {
        try {
            MockGateway gateway = builder.start();
            return new RunningGateway(gateway, builder(gateway, scenario).build(), scenario);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
    }

    LinkageClientBuilder builder() {
        return builder(gateway, scenario);
    }

    private static LinkageClientBuilder builder(MockGateway gateway, String scenario) {
        LinkageClientBuilder client = TestPeople.asPartner(
                LinkageClient.builder().gateway(gateway.url()).apiKey(gateway.apiKey()));
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
