package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.model.CommonHeader;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.ConsentRequest;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.Registration.Result;
import io.github.servicelinkage.stub.model.RegistrationRequest;
import io.github.servicelinkage.stub.model.VirtualAccount;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers from the data file. Whoever is not in it is no member and has no account. Immutable. */
final class People implements ServiceLinkageApi {
    private static final Registration NON_MEMBER = new Registration(Result.NON_MEMBER, null);
    private static final Consent NO_ACCOUNTS = new Consent(List.of(), null);

    private final Map<Identity, Registration> registrations = new HashMap<>();
    private final Map<Identity, Consent> consents = new HashMap<>();

    /** A person is found by both: who has the CI but another name is not this person. */
    private record Identity(String ci, String korName) {}

    People(MockData data) {
        for (MockData.Person person : data.people()) {
            Identity identity = new Identity(person.ci(), person.korName());
            registrations.put(identity, new Registration(Result.MEMBER, person.commonTermsExpireDate()));
            List<VirtualAccount> accounts = person.accounts().stream()
                    .map(account -> account(data, account))
                    .toList();
            consents.put(identity, new Consent(accounts, person.serviceTermsExpireDate()));
        }
    }

    @Override
    public Registration searchRegistration(RegistrationRequest request) {
        return registrations.getOrDefault(
                identity(request.commonHeader(), request.body().korName()), NON_MEMBER);
    }

    @Override
    public Consent searchConsent(ConsentRequest request) {
        return consents.getOrDefault(
                identity(request.commonHeader(), request.body().korName()), NO_ACCOUNTS);
    }

    private static Identity identity(CommonHeader header, String korName) {
        return new Identity(header.ci(), korName);
    }

    private static VirtualAccount account(MockData data, MockData.Account account) {
        MockData.Company company = data.companies().get(account.company());
        return new VirtualAccount(
                company.comId(), account.vtAccNo(), account.company(), URI.create(company.endpoint()));
    }
}
