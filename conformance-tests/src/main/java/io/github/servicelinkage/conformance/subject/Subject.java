package io.github.servicelinkage.conformance.subject;

import java.util.List;

/**
 * A test person.
 *
 * @param ci connecting information
 * @param korName name in Hangul
 * @param vtAccNos numbers of the accounts connected to the service
 */
public record Subject(String ci, String korName, List<String> vtAccNos) {

    /** Names nobody. */
    @Override
    public String toString() {
        return "Subject[***]";
    }
}
