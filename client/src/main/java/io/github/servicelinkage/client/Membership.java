package io.github.servicelinkage.client;

import io.github.servicelinkage.client.endpoint.Outcome;
import io.github.servicelinkage.client.model.Registration;

/** Whether a person is a member of the fintech portal (회원 가입 여부 확인). Immutable and thread-safe. */
public final class Membership extends LookupResult<Registration> {

    Membership(Outcome<Registration> outcome) {
        super(outcome);
    }

    /**
     * Whether the person is a member. If not, lead the person to the portal's sign-up page.
     *
     * @return true for a member
     */
    public boolean isMember() {
        return body().result() == Registration.Result.MEMBER;
    }
}
