package io.github.servicelinkage.client;

import io.github.servicelinkage.client.call.DailyQuota;
import io.github.servicelinkage.client.call.RawAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a successful call gives. Immutable and thread-safe.
 *
 * @param <B> the body of its answer
 */
public abstract sealed class Result<B> permits RegistrationResult, ConsentResult {

    private final Outcome<B> outcome;
    private final @Nullable Expiry expiry;

    Result(Outcome<B> outcome, String dateMember, @Nullable String date) {
        this.outcome = outcome;
        this.expiry = outcome.expiry(dateMember, date);
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
     * The answer as it came: status, header fields and body. The body holds personal data.
     *
     * @return the answer
     */
    public RawAnswer answer() {
        return outcome.answer();
    }

    /**
     * What the gateway says is left of today's quota.
     *
     * @return the quota, empty if the answer does not tell
     */
    public Optional<DailyQuota> dailyQuota() {
        return answer().dailyQuota();
    }

    /**
     * When the person's consent ends: that to the platform ({@code commonTermsExpireDate}) for a membership, that for the service
     * ({@code serviceTermsExpireDate}) for accounts.
     *
     * @return the end, empty if the answer does not tell, as for a person who is no member
     */
    public Optional<Expiry> expiry() {
        return Optional.ofNullable(expiry);
    }

    /**
     * The body of the answer, as the contract describes it.
     *
     * @return the body
     */
    public B body() {
        return outcome.body();
    }

    /** Masks what is personal. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[requestId=" + requestId() + ", " + body() + "]";
    }
}
