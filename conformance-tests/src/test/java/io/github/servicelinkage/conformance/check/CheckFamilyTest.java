package io.github.servicelinkage.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The number of a requirement leads to its file: the check of {@code LNK-AUTH-04} is in {@code AuthChecks}. */
class CheckFamilyTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/servicelinkage/conformance/check");
    private static final Contract CONTRACT = Contract.load();
    private static final Catalogue CATALOGUE = Catalogue.load(CONTRACT);
    private static final PlanContext CONTEXT =
            new PlanContext(CONTRACT, CATALOGUE, SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY, true);

    static Iterable<CheckFamily> families() {
        return Plan.FAMILIES;
    }

    @ParameterizedTest
    @MethodSource("families")
    void judgesTheRequirementsOfItsOwnFamilyAlone(CheckFamily family) {
        assertThat(family.checks(CONTEXT))
                .extracting(check -> CATALOGUE.get(check.requirement()).family())
                .containsOnly(code(family));
    }

    @ParameterizedTest
    @MethodSource("families")
    void saysWhichFamilyItIsInItsFirstWord(CheckFamily family) throws IOException {
        assertThat(SOURCES.resolve(family.getClass().getSimpleName() + ".java"))
                .content()
                .containsPattern("(?m)^/\\*\\*(\\s*\\*)? " + code(family) + ": ");
    }

    @Test
    void everyRequirementThatIsTestedHasACheck() {
        Set<String> tested = CATALOGUE.requirements().stream()
                .filter(Requirement::isTested)
                .filter(requirement -> !requirement.family().equals("PACT"))
                .map(Requirement::id)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Plan.of(CONTEXT, requirement -> true).checks())
                .extracting(Check::requirement)
                .containsAll(tested)
                .isSubsetOf(tested);
    }

    /** What the contract says, and any decision of the catalogue, is cited by the id of its requirement. */
    @Test
    void noClauseIsCitedByANumberThatNobodyCanLookUp() throws IOException {
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                assertThat(file).content().doesNotContainPattern("\\bD1?[0-9]\\b");
            }
        }
    }

    private static String code(CheckFamily family) {
        return family.getClass().getSimpleName().replace("Checks", "").toUpperCase(Locale.ROOT);
    }
}
