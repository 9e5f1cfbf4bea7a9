package io.github.servicelinkage.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.result.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A faulty gateway, and what the suite found in it.
 *
 * @param name name of the fault
 * @param requirement the requirement that it breaks
 * @param description what the gateway does
 * @param alsoBlamed requirements that it cannot but break besides, each with the reason
 * @param run what the suite found
 */
public record ProvenFault(
        String name, Requirement requirement, String description, Map<String, String> alsoBlamed, Run run) {

    /** Found with the severity of its level; or, where nothing could be judged for it, named as the reason. */
    public boolean caught() {
        return run.caught(requirement.id(), requirement.level())
                || run.verdict() == Verdict.INCONCLUSIVE && run.errors().containsKey(requirement.id());
    }

    /** Whether exactly the own requirement was blamed, and what is known to break with it. */
    public boolean rightlyBlamed() {
        Set<String> right = new TreeSet<>(alsoBlamed.keySet());
        right.add(requirement.id());
        return run.blamed().equals(right)
                || run.verdict() == Verdict.INCONCLUSIVE
                        && run.errors().keySet().equals(right);
    }

    /** Fails if the suite has not found it, or has blamed something else. */
    public void assertProven() {
        assertThat(caught())
                .as("%s breaks %s and is not caught: %s", name, requirement.id(), run)
                .isTrue();
        assertThat(rightlyBlamed())
                .as("%s breaks %s alone: %s", name, requirement.id(), run)
                .isTrue();
    }
}
