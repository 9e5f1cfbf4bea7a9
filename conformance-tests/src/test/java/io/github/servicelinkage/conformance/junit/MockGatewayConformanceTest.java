package io.github.servicelinkage.conformance.junit;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What a gateway team writes: the example of the README. */
class MockGatewayConformanceTest implements GatewayConformance {
    private static MockGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = MockGateway.builder().start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Override
    public URI gatewayUrl() {
        return gateway.url();
    }

    @Override
    public String apiKey() {
        return gateway.apiKey();
    }
}
