package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.report.EarlierReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the suite is run.
 *
 * @param ids ids of requirements or beginnings of them, such as {@code LNK-AUTH}; empty for all
 * @param checks ids of checks; empty for all
 */
record Selection(List<String> ids, Set<String> checks) {
    /**
     * The selection that the options ask for.
     *
     * @throws UsageException if an id is unknown, or the report to repeat cannot be read
     */
    static Selection of(Catalogue catalogue, List<String> only, @Nullable Path replay) {
        for (String id : only) {
            if (catalogue.requirements().stream().noneMatch(requirement -> matches(id, requirement))) {
                throw new UsageException(Text.of(
                        "--only: %s에 해당하는 요구사항이 없습니다. linkage requirements로 목록을 보십시오.",
                        "--only: no requirement matches %s. See linkage requirements for the list.", id));
            }
        }
        return new Selection(List.copyOf(only), replay == null ? Set.of() : repeated(replay));
    }

    boolean includes(Requirement requirement) {
        return ids.isEmpty() || ids.stream().anyMatch(id -> matches(id, requirement));
    }

    boolean includesCheck(String check) {
        return checks.isEmpty() || checks.contains(check);
    }

    private static boolean matches(String id, Requirement requirement) {
        return requirement.id().equals(id) || requirement.id().startsWith(id + "-");
    }

    private static Set<String> repeated(Path report) {
        Set<String> checks = EarlierReport.read(report).problems();
        if (checks.isEmpty()) {
            throw new UsageException(Text.of("%s에 되풀이할 실패가 없습니다.", "%s has no failure to repeat.", report));
        }
        return checks;
    }
}
