package io.github.servicelinkage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.NextStep;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.GatewayData;
import org.junit.jupiter.api.Test;

/** Each person is what the name says, to the gateway that answers. */
@WithMockGateway
class TestPeopleTest {

    @Test
    void membersWithAccountsAreTwo(LinkageClient client) {
        assertThat(client.nextStep(TestPeople.memberWithAccounts())).isInstanceOf(NextStep.Ready.class);
        assertThat(client.nextStep(TestPeople.otherMemberWithAccounts())).isInstanceOf(NextStep.Ready.class);
        assertThat(TestPeople.otherMemberWithAccounts()).isNotEqualTo(TestPeople.memberWithAccounts());
    }

    @Test
    void aMemberWithoutAccountsHasToConnectOne(LinkageClient client) {
        assertThat(client.nextStep(TestPeople.memberWithoutAccounts())).isInstanceOf(NextStep.ConnectAccount.class);
    }

    @Test
    void aNonMemberHasToSignUp(LinkageClient client) {
        assertThat(client.nextStep(TestPeople.nonMember())).isInstanceOf(NextStep.SignUp.class);
    }

    @Test
    void anUnknownPersonIsNotInTheData(LinkageClient client) {
        Person unknown = TestPeople.unknown();

        assertThat(DataFile.builtIn().people())
                .extracting(GatewayData.Person::ci)
                .doesNotContain(unknown.ci());
        assertThat(client.nextStep(unknown)).isInstanceOf(NextStep.SignUp.class);
        assertThat(client.searchConsent(unknown).accounts()).isEmpty();
    }

    @Test
    void theParameterIsTheMemberWithAccounts(Person person) {
        assertThat(person).isEqualTo(TestPeople.memberWithAccounts());
    }
}
