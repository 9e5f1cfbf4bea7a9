package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.testing.WithMockGateway;
import org.junit.jupiter.api.Test;

@WithMockGateway
class OnboardingTest {

    @Test
    void findsTheAccountsAsAModule(LinkageClient client, Person person) {
        assertEquals("3 accounts", new Onboarding(client).next(person));
        assertTrue(Onboarding.class.getModule().isNamed());
        assertEquals("io.github.servicelinkage.client", LinkageClient.class.getModule().getName());
    }
}
