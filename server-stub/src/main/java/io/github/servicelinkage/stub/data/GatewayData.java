package io.github.servicelinkage.stub.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.servicelinkage.stub.model.Registration.Result;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a data file, which {@code people.schema.json} describes. Immutable.
 *
 * @param partners the fintech companies that may call
 * @param companies the securities companies, by alias
 * @param people the people, members and others
 */
public record GatewayData(List<Partner> partners, Map<String, Company> companies, List<Person> people) {

    /** Keeps copies. */
    public GatewayData {
        partners = List.copyOf(partners);
        companies = Map.copyOf(companies);
        people = List.copyOf(people);
    }

    /** Codes of the partners and of their services. */
    public Set<String> codes() {
        return partners.stream()
                .flatMap(partner -> Stream.concat(Stream.of(partner.comId()), partner.services().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A fintech company.
     *
     * @param comId its code
     * @param apiKeys keys that it alone uses; the gateway's own key serves every partner
     * @param services codes of its services
     */
    public record Partner(String comId, @Nullable List<String> apiKeys, List<String> services) {
        /** Its own keys, if it has any. */
        public List<String> keys() {
            return apiKeys == null ? List.of() : apiKeys;
        }

        /** Shows no key. */
        @Override
        public String toString() {
            return "Partner[" + comId + "]";
        }
    }

    /**
     * A securities company.
     *
     * @param comId its code
     * @param endpoint where its account service is; older editions have none
     */
    public record Company(String comId, @Nullable String endpoint) {}

    /**
     * A person.
     *
     * @param situation the situation that this person represents, for lists
     * @param korName name
     * @param ci connecting information
     * @param registration whether the person is a member of the portal; a member, if not said
     * @param commonTermsExpireDate day on which the consent to the platform expires
     * @param consents consents by service
     */
    public record Person(
            @Nullable String situation,
            String korName,
            String ci,
            @JsonProperty("result") @Nullable Result registration,
            @Nullable String commonTermsExpireDate,
            @Nullable List<Consents> consents) {
        /** A person, whose name is composed (NFC) even where a file has it decomposed, as macOS writes it. */
        public Person {
            korName = korName == null ? null : Normalizer.normalize(korName, Normalizer.Form.NFC);
        }

        /** Whether the person is a member of the portal. */
        public Result result() {
            return registration == null ? Result.MEMBER : registration;
        }

        /** The consents, if there are any. */
        public List<Consents> consentList() {
            return consents == null ? List.of() : consents;
        }

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /**
     * What a person has connected to one service.
     *
     * @param comId code of the fintech company
     * @param srvId code of its service
     * @param serviceTermsExpireDate day on which the consent for the service expires
     * @param accounts connected accounts, in the order of the response
     */
    public record Consents(
            String comId, String srvId, @Nullable String serviceTermsExpireDate, List<Account> accounts) {}

    /**
     * A virtual account.
     *
     * @param vtAccNo its number
     * @param company alias of the company that keeps it
     * @param vtAccAlias alias of the account; that of the company, if not said
     */
    public record Account(
            String vtAccNo, String company, @Nullable String vtAccAlias) {
        /** The alias to respond with. */
        public String alias() {
            return vtAccAlias == null ? company : vtAccAlias;
        }

        /** Shows nothing personal. */
        @Override
        public String toString() {
            return "Account[***]";
        }
    }
}
