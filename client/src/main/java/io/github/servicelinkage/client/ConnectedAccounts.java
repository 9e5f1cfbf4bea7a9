package io.github.servicelinkage.client;

import io.github.servicelinkage.client.endpoint.Outcome;
import io.github.servicelinkage.client.model.Consent;
import io.github.servicelinkage.client.model.VirtualAccount;
import java.util.List;

/** The virtual accounts that a person has connected to the service (가상계좌 리스트 조회). Immutable and thread-safe. */
public final class ConnectedAccounts extends LookupResult<Consent> {

    ConnectedAccounts(Outcome<Consent> outcome) {
        super(outcome);
    }

    /**
     * The connected accounts, in the order of the response.
     *
     * @return an unmodifiable list, empty if no account is connected
     */
    public List<VirtualAccount> accounts() {
        return body().vtAccList();
    }
}
