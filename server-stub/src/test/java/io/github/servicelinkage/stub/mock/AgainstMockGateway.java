package io.github.servicelinkage.stub.mock;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests of one gateway as it is without settings, started once for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgainstMockGateway {
    MockGateway gateway;

    @BeforeAll
    void start() throws IOException {
        gateway = MockGateway.builder().start();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }
}
