package io.github.servicelinkage.client;

import io.github.servicelinkage.client.call.RawAnswer;
import io.github.servicelinkage.client.model.Consent;
import io.github.servicelinkage.client.model.VirtualAccount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which virtual accounts a person has connected to the service (가상계좌 리스트 조회). Immutable and thread-safe. */
public final class ConsentResult implements Result {

    private final String requestId;
    private final RawAnswer answer;
    private final Consent consent;
    private final @Nullable Expiry expiry;

    ConsentResult(Outcome<Consent> outcome) {
        this.requestId = outcome.requestId();
        this.answer = outcome.answer();
        this.consent = outcome.body();
        this.expiry = outcome.expiry("serviceTermsExpireDate", consent.serviceTermsExpireDate());
    }

    /**
     * The connected accounts, in the order of the answer.
     *
     * @return an unmodifiable list, empty if no account is connected
     */
    public List<VirtualAccount> accounts() {
        return consent.vtAccList();
    }

    /**
     * When the person's consent for the service ends ({@code serviceTermsExpireDate}).
     *
     * @return the end, empty if the answer does not tell
     */
    public Optional<Expiry> expiry() {
        return Optional.ofNullable(expiry);
    }

    /**
     * The body of the answer, as the contract describes it.
     *
     * @return the body
     */
    public Consent body() {
        return consent;
    }

    @Override
    public String requestId() {
        return requestId;
    }

    @Override
    public RawAnswer answer() {
        return answer;
    }

    @Override
    public String toString() {
        return "ConsentResult[requestId=" + requestId + ", " + consent + "]";
    }
}
