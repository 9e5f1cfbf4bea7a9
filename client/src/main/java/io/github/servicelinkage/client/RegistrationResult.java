package io.github.servicelinkage.client;

import io.github.servicelinkage.client.call.RawAnswer;
import io.github.servicelinkage.client.model.Registration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a person is a member of the fintech portal (회원 가입 여부 확인). Immutable and thread-safe. */
public final class RegistrationResult implements Result {

    private final String requestId;
    private final RawAnswer answer;
    private final Registration registration;
    private final @Nullable Expiry expiry;

    RegistrationResult(Outcome<Registration> outcome) {
        this.requestId = outcome.requestId();
        this.answer = outcome.answer();
        this.registration = outcome.body();
        this.expiry = outcome.expiry("commonTermsExpireDate", registration.commonTermsExpireDate());
    }

    /**
     * Whether the person is a member. A person who is not is to be led to the portal's sign-up page.
     *
     * @return true for a member
     */
    public boolean isMember() {
        return registration.result() == Registration.Result.MEMBER;
    }

    /**
     * When the person's consent to the platform ends ({@code commonTermsExpireDate}).
     *
     * @return the end, empty for a person who is no member and from gateways that do not tell
     */
    public Optional<Expiry> expiry() {
        return Optional.ofNullable(expiry);
    }

    /**
     * The body of the answer, as the contract describes it.
     *
     * @return the body
     */
    public Registration body() {
        return registration;
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
        return "RegistrationResult[requestId=" + requestId + ", " + registration + "]";
    }
}
