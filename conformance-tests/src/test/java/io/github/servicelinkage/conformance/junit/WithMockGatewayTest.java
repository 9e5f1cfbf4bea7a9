package io.github.servicelinkage.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.NextStep;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.error.ContractViolationException;
import io.github.servicelinkage.client.error.QuotaExhaustedException;
import io.github.servicelinkage.client.error.UnauthorizedException;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithMockGateway
class WithMockGatewayTest {

    private static URI urlOfTheClass;

    @BeforeAll
    static void rememberTheGateway(MockGateway gateway) {
        urlOfTheClass = gateway.url();
    }

    @Test
    void handsOverAClientThatCallsTheGateway(LinkageClient client, MockGateway gateway, Person person) {
        assertThat(client.nextStep(person)).isInstanceOf(NextStep.Ready.class);
        assertThat(gateway.url().getPort()).isPositive();
    }

    @Test
    @WithMockGateway(faults = "answers-MEMBER-in-capitals")
    void aTestHasAGatewayWithFaultsOfItsOwn(LinkageClient client, Person person) {
        assertThatThrownBy(() -> client.searchRegistration(person)).isInstanceOf(ContractViolationException.class);
    }

    @Test
    @WithMockGateway(scenario = "rate-limit-exceeded")
    void aScenarioIsPlayedForEveryRequest(LinkageClient client, Person person) {
        assertThatThrownBy(() -> client.searchRegistration(person)).isInstanceOf(QuotaExhaustedException.class);
        assertThatThrownBy(() -> client.searchConsent(person)).isInstanceOf(QuotaExhaustedException.class);
    }

    @Test
    @WithMockGateway(scenario = "reset")
    void aBuilderIsCompletedByTheTest(LinkageClientBuilder builder, Person person) {
        try (LinkageClient client = builder.retryPolicy(RetryPolicy.none()).build()) {
            assertThatThrownBy(() -> client.searchRegistration(person)).isInstanceOf(ConnectionException.class);
        }
    }

    @Nested
    class InANestedClass {

        @Test
        void theGatewayIsThatOfTheOuterClass(MockGateway gateway) {
            assertThat(gateway.url()).isEqualTo(urlOfTheClass);
        }

        @Test
        void inEveryTest(MockGateway gateway) {
            assertThat(gateway.url()).isEqualTo(urlOfTheClass);
        }
    }

    @Nested
    @WithMockGateway(scenario = "unauthorized")
    class InANestedClassOfItsOwn {

        @Test
        void theNearestAnnotationCounts(LinkageClient client, Person person) {
            assertThatThrownBy(() -> client.searchRegistration(person)).isInstanceOf(UnauthorizedException.class);
        }
    }
}
