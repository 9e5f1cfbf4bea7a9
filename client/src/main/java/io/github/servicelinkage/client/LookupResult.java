package io.github.servicelinkage.client;

import io.github.servicelinkage.client.endpoint.Outcome;
import io.github.servicelinkage.client.response.DailyQuota;
import io.github.servicelinkage.client.response.RawResponse;
import java.util.Optional;

/**
 * The result of a successful call. Immutable and thread-safe.
 *
 * @param <B> body of the response
 */
public abstract sealed class LookupResult<B> permits Membership, ConnectedAccounts {

    private final Outcome<B> outcome;

    LookupResult(Outcome<B> outcome) {
        this.outcome = outcome;
    }

    /**
     * The {@code reqIdConsumer} of the call, by which the platform's support can trace it.
     *
     * @return the id
     */
    public String requestId() {
        return outcome.requestId();
    }

    /**
     * The response as it was received: status, header fields and body. The body holds personal data.
     *
     * @return the response
     */
    public RawResponse response() {
        return outcome.response();
    }

    /**
     * What is left of today's quota.
     *
     * @return the quota, empty if the response does not state it
     */
    public Optional<DailyQuota> dailyQuota() {
        return response().dailyQuota();
    }

    /**
     * When the person's consent expires: for a membership the consent to the platform ({@code commonTermsExpireDate}), for
     * accounts the consent for the service ({@code serviceTermsExpireDate}).
     *
     * @return the expiry, empty if the response does not state it, as for a person who is not a member
     */
    public Optional<Expiry> expiry() {
        return outcome.expiry().map(date -> new Expiry(date, outcome.today()));
    }

    /**
     * The body of the response, as the contract describes it.
     *
     * @return the body
     */
    public B body() {
        return outcome.body();
    }

    /** Masks personal data. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[requestId=" + requestId() + ", " + body() + "]";
    }
}
