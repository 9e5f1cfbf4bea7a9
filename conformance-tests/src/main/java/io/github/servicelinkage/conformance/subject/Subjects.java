package io.github.servicelinkage.conformance.subject;

import java.util.Map;
import java.util.Optional;

/**
 * The test persons that a target knows, and the partner that asks for them.
 *
 * @param partner who asks
 * @param subjects the persons; {@link Role#MEMBER_WITH_ACCOUNTS} is always there
 */
public record Subjects(Partner partner, Map<Role, Subject> subjects) {

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
}
