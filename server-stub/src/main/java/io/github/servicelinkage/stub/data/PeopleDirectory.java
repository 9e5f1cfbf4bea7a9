package io.github.servicelinkage.stub.data;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.data.GatewayData.Account;
import io.github.servicelinkage.stub.data.GatewayData.Company;
import io.github.servicelinkage.stub.data.GatewayData.Consents;
import io.github.servicelinkage.stub.data.GatewayData.Partner;
import io.github.servicelinkage.stub.data.GatewayData.Person;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.Registration.Result;
import io.github.servicelinkage.stub.model.VirtualAccount;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks people up for the holder of a key. A person who is not in the data is no member and has no account. Immutable. */
public final class PeopleDirectory {
    private static final Registration NON_MEMBER = new Registration(Result.NON_MEMBER, null);
    private static final Consent NO_ACCOUNTS = new Consent(List.of(), null);

    private final Map<Identity, Registration> registrations = new HashMap<>();
    private final Map<Identity, Map<Service, Consent>> consents = new HashMap<>();
    private final Map<String, Optional<ServiceLinkageApi>> callers = new HashMap<>();

    /** A person is found by both: with another name, the same CI is not this person. */
    record Identity(String ci, String korName) {}

    /** A service of a fintech company. */
    record Service(String comId, String srvId) {}

    /**
     * The people and partners of these data.
     *
     * @param data a data file's content, already checked
     * @param apiKey the key that serves every partner
     */
    public PeopleDirectory(GatewayData data, String apiKey) {
        for (Person person : data.people()) {
            Identity identity = new Identity(person.ci(), person.korName());
            registrations.put(identity, new Registration(person.result(), person.commonTermsExpireDate()));
            Map<Service, Consent> byService = new HashMap<>();
            for (Consents given : person.consentList()) {
                byService.put(new Service(given.comId(), given.srvId()), consent(data, given));
            }
            consents.put(identity, byService);
        }
        callers.put(apiKey, Optional.of(new PartnerView(this, data.partners())));
        for (Partner partner : data.partners()) {
            for (String key : partner.keys()) {
                callers.put(key, Optional.of(new PartnerView(this, List.of(partner))));
            }
        }
    }

    /** The operations as the holder of this key sees them; empty for an unknown key. */
    public Optional<ServiceLinkageApi> caller(String apiKey) {
        return callers.getOrDefault(apiKey, Optional.empty());
    }

    Registration registration(Identity identity) {
        return registrations.getOrDefault(identity, NON_MEMBER);
    }

    Consent consent(Identity identity, Service service) {
        return consents.getOrDefault(identity, Map.of()).getOrDefault(service, NO_ACCOUNTS);
    }

    private static Consent consent(GatewayData data, Consents given) {
        List<VirtualAccount> accounts = given.accounts().stream()
                .map(account -> account(data.companies().get(account.company()), account))
                .toList();
        return new Consent(accounts, given.serviceTermsExpireDate());
    }

    static VirtualAccount account(Company company, Account account) {
        URI endpoint = company.endpoint() == null ? null : URI.create(company.endpoint());
        return new VirtualAccount(company.comId(), account.vtAccNo(), account.alias(), endpoint);
    }
}
