package io.github.servicelinkage.stub.data;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.contract.ErrorAnswerException;
import io.github.servicelinkage.stub.data.Directory.Identity;
import io.github.servicelinkage.stub.data.Directory.Service;
import io.github.servicelinkage.stub.data.GatewayData.Partner;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.ConsentRequest;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.RegistrationRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations as some partners see them: another partner's code is refused with 403/2100. */
final class Lookup implements ServiceLinkageApi {
    private final Directory directory;
    private final Set<Service> services;

    Lookup(Directory directory, List<Partner> partners) {
        this.directory = directory;
        services = partners.stream()
                .flatMap(partner -> partner.services().stream().map(service -> new Service(partner.comId(), service)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Registration searchRegistration(RegistrationRequest request) {
        service(request.partner().comId(), request.partner().srvId());
        return directory.registration(
                identity(request.commonHeader().ci(), request.body().korName()));
    }

    @Override
    public Consent searchConsent(ConsentRequest request) {
        Service service = service(request.partner().comId(), request.partner().srvId());
        return directory.consent(
                identity(request.commonHeader().ci(), request.body().korName()), service);
    }

    private Service service(String comId, String srvId) {
        Service service = new Service(comId, srvId);
        if (!services.contains(service)) {
            throw new ErrorAnswerException(
                    ErrorAnswer.AUTHORIZATION_FAILED, "partner: this key serves no such company and service");
        }
        return service;
    }

    private static Identity identity(String ci, String korName) {
        if (ci.startsWith(ReservedPerson.PREFIX)) {
            throw new ReservedPerson(ci.substring(ReservedPerson.PREFIX.length()));
        }
        return new Identity(ci, korName);
    }
}
