package io.github.servicelinkage.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.ContractViolationException;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway set up in code. */
class MockGatewayExtensionTest {

    private static final String KEY = "l7xx00112233445566778899aabbccddeeff";

    @RegisterExtension
    static final MockGatewayExtension GATEWAY = MockGatewayExtension.of(gateway ->
            gateway.apiKey(KEY).fault(Faults.named("answers-MEMBER-in-capitals").orElseThrow()));

    @Test
    void isAsSetUp(LinkageClient client, MockGateway gateway, Person person) {
        assertThat(gateway.apiKey()).isEqualTo(KEY);
        assertThatThrownBy(() -> client.searchRegistration(person)).isInstanceOf(ContractViolationException.class);
    }
}
