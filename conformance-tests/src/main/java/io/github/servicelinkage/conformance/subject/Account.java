package io.github.servicelinkage.conformance.subject;

import java.util.Optional;

/**
 * A virtual account of a test person, as far as the subjects file tells.
 *
 * @param vtAccNo number of the account
 * @param comId code of the securities company
 * @param vtAccAlias alias of the account
 */
public record Account(String vtAccNo, Optional<String> comId, Optional<String> vtAccAlias) {

    /** Shows no account. */
    @Override
    public String toString() {
        return "Account[***]";
    }
}
