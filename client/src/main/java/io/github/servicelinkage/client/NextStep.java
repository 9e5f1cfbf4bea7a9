package io.github.servicelinkage.client;

import io.github.servicelinkage.client.model.VirtualAccount;
import java.util.List;

/**
 * What a fintech service does next for a person, by the flow of the document (서비스 연동): sign up, connect an account,
 * or use the connected accounts.
 */
public sealed interface NextStep {

    /**
     * What the platform said about the membership.
     *
     * @return the result of the first call
     */
    RegistrationResult registration();

    /**
     * The person is no member: lead to the portal's sign-up page.
     *
     * @param registration the result of the membership look-up
     */
    record SignUp(RegistrationResult registration) implements NextStep {}

    /**
     * The person is a member without a connected account: lead to issuing and connecting a virtual account.
     *
     * @param registration the result of the membership look-up; tells whether the consent to the platform has expired
     * @param consent the result of the account look-up
     */
    record ConnectAccount(RegistrationResult registration, ConsentResult consent) implements NextStep {}

    /**
     * The person has connected accounts. The account services refuse to work once one of both consents has expired: see
     * {@link #isExpired()}.
     *
     * @param registration the result of the membership look-up; tells when the consent to the platform ends
     * @param consent the result of the account look-up; tells when the consent for the service ends
     */
    record Ready(RegistrationResult registration, ConsentResult consent) implements NextStep {

        /**
         * The connected accounts, in the order of the answer.
         *
         * @return an unmodifiable list, never empty
         */
        public List<VirtualAccount> accounts() {
            return consent.accounts();
        }

        /**
         * Whether one of both consents has expired, so that the person has to log in to the portal and renew it.
         *
         * @return true if the account services have stopped
         */
        public boolean isExpired() {
            return registration.expiry().filter(Expiry::isExpired).isPresent()
                    || consent.expiry().filter(Expiry::isExpired).isPresent();
        }

        /**
         * Whether the person can renew one of both consents now.
         *
         * @return true from one month before the earlier date
         */
        public boolean isRenewable() {
            return registration.expiry().filter(Expiry::isRenewable).isPresent()
                    || consent.expiry().filter(Expiry::isRenewable).isPresent();
        }
    }
}
