package io.github.servicelinkage.testing;

import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.stub.data.DataFile;
import io.github.servicelinkage.stub.data.GatewayData;
import io.github.servicelinkage.stub.data.GatewayData.Partner;
import io.github.servicelinkage.stub.model.Registration.Result;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fictitious people for tests, by what the mock gateway's built-in data says about them. Whether a person has accounts is meant for
 * the partner whose client {@link WithMockGateway} supplies.
 */
public final class TestPeople {

    private static final GatewayData DATA = DataFile.builtIn();
    private static final Partner PARTNER = DATA.partners().get(0);
    private static final String SERVICE = PARTNER.services().get(0);

    private TestPeople() {}

    /**
     * A member with connected accounts, as in the document's response example.
     *
     * @return always the same person
     */
    public static Person memberWithAccounts() {
        return first(membersWithAccounts());
    }

    /**
     * A second member with connected accounts, for tests that must tell two people apart.
     *
     * @return always the same person
     */
    public static Person otherMemberWithAccounts() {
        return first(membersWithAccounts().skip(1));
    }

    /**
     * A member without any connected account.
     *
     * @return always the same person
     */
    public static Person memberWithoutAccounts() {
        return first(members().filter(person -> accounts(person) == 0));
    }

    /**
     * A person who is known not to be a member.
     *
     * @return always the same person
     */
    public static Person nonMember() {
        return first(DATA.people().stream().filter(person -> person.result() == Result.NON_MEMBER));
    }

    /**
     * A person whom the gateway has never heard of: not a member, and without accounts.
     *
     * @return always the same person
     */
    public static Person unknown() {
        return new Person("TEST+Unknown/AAAAAAAAAAAAAAAAAAAAAAAA==", "미등록");
    }

    /** The partner whose key the gateway accepts, and the first of its services. */
    static LinkageClientBuilder asPartner(LinkageClientBuilder client) {
        return client.partner(PARTNER.comId(), SERVICE);
    }

    private static Stream<GatewayData.Person> members() {
        return DATA.people().stream().filter(person -> person.result() == Result.MEMBER);
    }

    private static Stream<GatewayData.Person> membersWithAccounts() {
        return members().filter(person -> accounts(person) > 0);
    }

    private static long accounts(GatewayData.Person person) {
        return person.consentList().stream()
                .filter(consent -> consent.comId().equals(PARTNER.comId())
                        && consent.srvId().equals(SERVICE))
                .map(GatewayData.Consents::accounts)
                .mapToLong(List::size)
                .sum();
    }

    private static Person first(Stream<GatewayData.Person> people) {
        return people.findFirst()
                .map(person -> new Person(person.ci(), person.korName()))
                .orElseThrow();
    }
}
