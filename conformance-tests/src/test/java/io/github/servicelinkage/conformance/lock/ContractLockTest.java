package io.github.servicelinkage.conformance.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change of the contract, the generator or a template does not go by unseen. */
class ContractLockTest {

    private static final String RENEW = "mvn -q test -pl conformance-tests -am -Dtest=ContractLockTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.lock=renew";

    /** Surefire names the folder of the module; elsewhere it is the working directory. */
    private final ContractLock lock = new ContractLock(Path.of(System.getProperty("basedir", ""), ".."));

    /** Renewal asks for a raised version, unless it is called {@code renew-unreleased}: nobody has seen this version yet. */
    @Test
    void lockSaysWhatTheContractGenerates() throws IOException {
        List<String> computed = lock.lines(RENEW);
        String renewal = System.getProperty("contract.lock", "");
        if (renewal.equals("renew")) {
            assertThat(objections())
                    .as("not renewed; see \"Versions\" in openapi/README.md")
                    .isEmpty();
        }
        if (renewal.equals("renew") || renewal.equals("renew-unreleased")) {
            Files.write(lock.file(), computed);
        }

        List<String> differences = differences(recorded(), computed);

        assertThat(differences)
                .withFailMessage(
                        "openapi/contract.lock is out of date (-: in the file, +: computed).%n%s%n%sIf the change is meant, run%n  %s%nand commit the file.",
                        String.join(System.lineSeparator(), differences),
                        objections().stream()
                                .map(objection -> objection + System.lineSeparator())
                                .collect(Collectors.joining()),
                        RENEW)
                .isEmpty();
    }

    @Test
    void theSuiteReportsWhatIsLocked() {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);

        assertThat(new LockedVersion("spec", contract.version(), contract.sha256()))
                .isEqualTo(lock.spec());
        assertThat(new LockedVersion("catalogue", catalogue.version(), catalogue.sha256()))
                .isEqualTo(lock.catalogue());
    }

    @Test
    void bothModulesAreListed() {
        assertThat(lock.lines(RENEW))
                .anyMatch(line -> line.startsWith("client.model."))
                .anyMatch(line -> line.startsWith("client.api."))
                .anyMatch(line -> line.startsWith("stub.model."))
                .anyMatch(line -> line.startsWith("stub.api."));
    }

    /** Why spec or catalogue may not follow what is in the lock. */
    private List<String> objections() throws IOException {
        List<String> recorded = recorded();
        return Stream.of(lock.spec(), lock.catalogue())
                .flatMap(computed -> LockedVersion.in(recorded, computed.name()).flatMap(computed::objection).stream())
                .toList();
    }

    private List<String> recorded() throws IOException {
        return Files.exists(lock.file()) ? Files.readAllLines(lock.file()) : List.of();
    }

    /** Every line speaks for itself, so the lines that only one side has are the whole difference. */
    private static List<String> differences(List<String> recorded, List<String> computed) {
        List<String> differences = new ArrayList<>();
        recorded.stream().filter(line -> !computed.contains(line)).forEach(line -> differences.add("- " + line));
        computed.stream().filter(line -> !recorded.contains(line)).forEach(line -> differences.add("+ " + line));
        if (differences.isEmpty() && !recorded.equals(computed)) {
            differences.add("the same lines in another order");
        }
        return differences;
    }
}
