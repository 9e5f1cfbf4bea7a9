package io.github.servicelinkage.client.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.model.CommonHeader;
import io.github.servicelinkage.client.model.Consent;
import io.github.servicelinkage.client.model.ConsentBody;
import io.github.servicelinkage.client.model.ConsentRequest;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.model.VirtualAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is personal is read from the contract: the client has no list of its own. */
class PersonalValuesTest {

    private final ContractBodies bodies = ContractBodies.shared();

    @Test
    void areThoseThatTheContractMarks() {
        ConsentRequest request = new ConsentRequest(
                new Partner("F0995", "297"), new CommonHeader("platform", "id", "the ci"), new ConsentBody("the name"));

        assertThat(bodies.personalValues(request)).containsExactlyInAnyOrder("the ci", "the name");
    }

    @Test
    void areFoundAtAnyDepth() {
        Consent response = new Consent(
                List.of(new VirtualAccount("00991", "1", "one", null), new VirtualAccount("00992", "2", null, null)),
                null);

        assertThat(bodies.personalValues(response)).containsExactlyInAnyOrder("1", "one", "2");
        assertThat(response.toString()).doesNotContain("one");
    }

    @Test
    void aRequestIdIsFreeTextAndNoPersonalData() {
        assertThat(ServiceLinkageApi.PERSONAL_MEMBERS)
                .contains("ci", "korName", "vtAccNo", "vtAccAlias")
                .doesNotContain("reqIdConsumer");
    }
}
