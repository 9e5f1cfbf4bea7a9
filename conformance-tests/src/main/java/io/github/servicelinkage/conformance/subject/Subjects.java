package io.github.servicelinkage.conformance.subject;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test persons that a target knows, and the partner that asks for them.
 *
 * @param partner who asks
 * @param subjects the persons; {@link Role#MEMBER_WITH_ACCOUNTS} is always there
 * @param otherService another service of the same company, with the accounts that the first person has connected to it
 * @param foreignPartner another company, for which the key is not valid
 */
public record Subjects(
        Partner partner,
        Map<Role, Subject> subjects,
        Optional<OtherService> otherService,
        Optional<Partner> foreignPartner) {

    /** Persons and who asks for them, and nothing of other services and companies. */
    public Subjects(Partner partner, Map<Role, Subject> subjects) {
        this(partner, subjects, Optional.empty(), Optional.empty());
    }

    /** The person that every check needs. */
    public Subject main() {
        return subjects.get(Role.MEMBER_WITH_ACCOUNTS);
    }

    /** The person of a role, if the target knows one. */
    public Optional<Subject> find(Role role) {
        return Optional.ofNullable(subjects.get(role));
    }

    /**
     * The fintech company that asks.
     *
     * @param comId code of the company
     * @param srvId code of its service
     */
    public record Partner(String comId, String srvId) {}

    /**
     * Another service of the company.
     *
     * @param partner codes of the company and of that service
     * @param vtAccNos numbers of the accounts that {@link Role#MEMBER_WITH_ACCOUNTS} has connected to that service
     */
    public record OtherService(Partner partner, List<String> vtAccNos) {}
}
