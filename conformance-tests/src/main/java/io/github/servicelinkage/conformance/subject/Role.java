package io.github.servicelinkage.conformance.subject;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a test person is to the target; also the names of the provider states of the pacts. */
public enum Role {
    /** A member with the listed accounts; needed by every check. */
    MEMBER_WITH_ACCOUNTS("member-with-accounts"),
    /** Another member with other accounts; tells whether answers get mixed up. */
    OTHER_MEMBER_WITH_ACCOUNTS("other-member-with-accounts"),
    /** A member who has connected no account. */
    MEMBER_WITHOUT_ACCOUNTS("member-without-accounts"),
    /** Somebody who has not joined. */
    NON_MEMBER("non-member");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The name in a subjects file. */
    @JsonValue
    public String label() {
        return label;
    }
}
