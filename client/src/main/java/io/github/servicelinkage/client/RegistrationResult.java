package io.github.servicelinkage.client;

import io.github.servicelinkage.client.model.Registration;

/** Whether a person is a member of the fintech portal (회원 가입 여부 확인). Immutable and thread-safe. */
public final class RegistrationResult extends Result<Registration> {

    RegistrationResult(Outcome<Registration> outcome) {
        super(outcome, "commonTermsExpireDate", outcome.body().commonTermsExpireDate());
    }

    /**
     * Whether the person is a member. A person who is not is to be led to the portal's sign-up page.
     *
     * @return true for a member
     */
    public boolean isMember() {
        return body().result() == Registration.Result.MEMBER;
    }
}
