package io.github.servicelinkage.client;

import io.github.servicelinkage.client.model.VirtualAccount;
import java.util.List;

/**
 * What a fintech service does next for a person, following the onboarding flow of the document (서비스 연동): sign up,
 * connect an account, or use the connected accounts.
 */
public sealed interface NextStep {

    /**
     * Whether the person is a member.
     *
     * @return the result of the first call
     */
    Membership membership();

    /**
     * The person is not a member: lead to the portal's sign-up page.
     *
     * @param membership the result of the membership look-up
     */
    record SignUp(Membership membership) implements NextStep {}

    /**
     * The person is a member without a connected account: lead to issuing and connecting a virtual account.
     *
     * @param membership the result of the membership look-up; states when the consent to the platform expires
     * @param connected the result of the account look-up
     */
    record ConnectAccount(Membership membership, ConnectedAccounts connected) implements NextStep {}

    /**
     * The person has connected accounts. The account services stop once either consent has expired: see {@link
     * #isExpired()}.
     *
     * @param membership the result of the membership look-up; states when the consent to the platform expires
     * @param connected the result of the account look-up; states when the consent for the service expires
     */
    record Ready(Membership membership, ConnectedAccounts connected) implements NextStep {

        /**
         * The connected accounts, in the order of the response.
         *
         * @return an unmodifiable list, never empty
         */
        public List<VirtualAccount> accounts() {
            return connected.accounts();
        }

        /**
         * Whether either consent has expired, so that the person has to log in to the portal and renew it.
         *
         * @return true if the account services have stopped
         */
        public boolean isExpired() {
            return membership.expiry().filter(Expiry::isExpired).isPresent()
                    || connected.expiry().filter(Expiry::isExpired).isPresent();
        }

        /**
         * Whether the person can renew either consent now.
         *
         * @return true from one month before the earlier date
         */
        public boolean isRenewable() {
            return membership.expiry().filter(Expiry::isRenewable).isPresent()
                    || connected.expiry().filter(Expiry::isRenewable).isPresent();
        }
    }
}
