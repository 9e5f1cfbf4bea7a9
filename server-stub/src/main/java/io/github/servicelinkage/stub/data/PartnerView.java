package io.github.servicelinkage.stub.data;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.contract.ErrorResponseException;
import io.github.servicelinkage.stub.data.GatewayData.Partner;
import io.github.servicelinkage.stub.data.PeopleDirectory.Identity;
import io.github.servicelinkage.stub.data.PeopleDirectory.Service;
import io.github.servicelinkage.stub.model.Consent;
import io.github.servicelinkage.stub.model.ConsentRequest;
import io.github.servicelinkage.stub.model.Registration;
import io.github.servicelinkage.stub.model.RegistrationRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations as some partners see them: another partner's code is rejected with 403/2100. */
final class PartnerView implements ServiceLinkageApi {
    private final PeopleDirectory directory;
    private final Set<Service> services;

    PartnerView(PeopleDirectory directory, List<Partner> partners) {
        this.directory = directory;
        services = partners.stream()
                .flatMap(partner -> partner.services().stream().map(service -> new Service(partner.comId(), service)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Registration searchRegistration(RegistrationRequest request) {
        service(request.partner().comId(), request.partner().srvId());
        return directory.registration(
                new Identity(request.commonHeader().ci(), request.body().korName()));
    }

    @Override
    public Consent searchConsent(ConsentRequest request) {
        Service service = service(request.partner().comId(), request.partner().srvId());
        return directory.consent(
                new Identity(request.commonHeader().ci(), request.body().korName()), service);
    }

    private Service service(String comId, String srvId) {
        Service service = new Service(comId, srvId);
        if (!services.contains(service)) {
            throw new ErrorResponseException(
                    ErrorResponse.AUTHORIZATION_FAILED, "partner: this key serves no such company and service");
        }
        return service;
    }
}
