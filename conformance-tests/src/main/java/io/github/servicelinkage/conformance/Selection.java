package io.github.servicelinkage.conformance;

import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which part of the suite is run.
 *
 * @param ids ids of requirements or beginnings of them, such as {@code LNK-AUTH}; empty for all
 * @param checks ids of checks; empty for all
 * @param operations ids of operations; empty for all
 */
record Selection(List<String> ids, Set<String> checks, Set<String> operations) {
    static final Selection ALL = new Selection(List.of(), Set.of(), Set.of());

    /**
     * The same selection, of these requirements alone.
     *
     * @throws UsageException if an id is unknown
     */
    Selection only(Catalogue catalogue, Collection<String> only) {
        for (String id : only) {
            if (catalogue.requirements().stream().noneMatch(requirement -> matches(id, requirement))) {
                throw new UsageException(Text.of(
                        "--only: %s에 해당하는 요구사항이 없습니다. linkage requirements로 목록을 보십시오.",
                        "--only: no requirement matches %s. See linkage requirements for the list.", id));
            }
        }
        return new Selection(List.copyOf(only), checks, operations);
    }

    /** The same selection, of these checks alone. */
    Selection checks(Collection<String> only) {
        return new Selection(ids, Set.copyOf(only), operations);
    }

    /** The same selection, of these operations alone. */
    Selection operations(Collection<String> only) {
        return new Selection(ids, checks, Set.copyOf(only));
    }

    boolean includes(Requirement requirement) {
        return ids.isEmpty() || ids.stream().anyMatch(id -> matches(id, requirement));
    }

    boolean includes(Check check) {
        return includesCheck(check.id()) && (operations.isEmpty() || operations.contains(check.operation()));
    }

    boolean includesCheck(String id) {
        return checks.isEmpty() || checks.contains(id);
    }

    private static boolean matches(String id, Requirement requirement) {
        return requirement.id().equals(id) || requirement.id().startsWith(id + "-");
    }
}
