package io.github.servicelinkage.conformance.subject;

import java.util.List;
import java.util.Optional;

/**
 * A test person.
 *
 * @param ci connecting information
 * @param korName name in Hangul
 * @param accounts the accounts connected to the service
 * @param dates when consents of this person expire
 */
public record Subject(String ci, String korName, List<Account> accounts, Dates dates) {

    /** A person of whose accounts only the numbers are known. */
    public Subject(String ci, String korName, List<String> vtAccNos) {
        this(
                ci,
                korName,
                vtAccNos.stream()
                        .map(number -> new Account(number, Optional.empty(), Optional.empty()))
                        .toList(),
                Dates.UNKNOWN);
    }

    /** Numbers of the accounts connected to the service. */
    public List<String> vtAccNos() {
        return accounts.stream().map(Account::vtAccNo).toList();
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Subject[***]";
    }

    /**
     * Expiry dates of consents, as {@code yyyyMMdd}.
     *
     * @param commonTermsExpireDate of the consent to the platform
     * @param serviceTermsExpireDate of the consent for the service
     */
    public record Dates(Optional<String> commonTermsExpireDate, Optional<String> serviceTermsExpireDate) {
        /** Nothing is known of them. */
        public static final Dates UNKNOWN = new Dates(Optional.empty(), Optional.empty());
    }
}
