package io.github.servicelinkage.client;

import io.github.servicelinkage.client.model.Consent;
import io.github.servicelinkage.client.model.VirtualAccount;
import java.util.List;

/** Which virtual accounts a person has connected to the service (가상계좌 리스트 조회). Immutable and thread-safe. */
public final class ConsentResult extends Result<Consent> {

    ConsentResult(Outcome<Consent> outcome) {
        super(outcome, "serviceTermsExpireDate", outcome.body().serviceTermsExpireDate());
    }

    /**
     * The connected accounts, in the order of the answer.
     *
     * @return an unmodifiable list, empty if no account is connected
     */
    public List<VirtualAccount> accounts() {
        return body().vtAccList();
    }
}
