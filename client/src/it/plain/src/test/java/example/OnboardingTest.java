package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.QuotaExhaustedException;
import io.github.servicelinkage.testing.WithMockGateway;
import org.junit.jupiter.api.Test;

@WithMockGateway
class OnboardingTest {

    @Test
    void findsTheAccounts(LinkageClient client, Person person) {
        assertEquals("3 accounts", new Onboarding(client).next(person));
    }

    @Test
    @WithMockGateway(scenario = "rate-limit-exceeded")
    void saysThatTheQuotaIsUsedUp(LinkageClient client, Person person) {
        assertThrows(QuotaExhaustedException.class, () -> new Onboarding(client).next(person));
    }
}
