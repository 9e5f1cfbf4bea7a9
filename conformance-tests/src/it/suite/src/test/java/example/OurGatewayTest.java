package example;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.servicelinkage.conformance.junit.GatewayConformance;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A gateway team's build: the suite alone, without Pact. */
class OurGatewayTest implements GatewayConformance {

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

    @Test
    void pactIsNotOnTheClassPath() {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("au.com.dius.pact.core.matchers.Matching"));
        assertThrows(ClassNotFoundException.class, () -> Class.forName("kotlin.Unit"));
    }
}
