package io.github.servicelinkage.conformance.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of the contract, the generator or a template does not go by unseen. */
class ContractLockTest {

    private static final String RENEW = "mvn -q test -pl conformance-tests -am -Dtest=ContractLockTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.lock=renew";

    /** Surefire names the folder of the module; elsewhere it is the working directory. */
    private final ContractLock lock = new ContractLock(Path.of(System.getProperty("basedir", ""), ".."));

    @Test
    void lockSaysWhatTheContractGenerates() throws IOException {
        List<String> computed = lock.lines(RENEW);
        if ("renew".equals(System.getProperty("contract.lock"))) {
            Files.write(lock.file(), computed);
        }

        List<String> recorded = Files.exists(lock.file()) ? Files.readAllLines(lock.file()) : List.of();
        List<String> differences = differences(recorded, computed);

        assertThat(differences)
                .withFailMessage(
                        "openapi/contract.lock is out of date (-: in the file, +: computed).%n%s%nIf the change is meant, run%n  %s%nand commit the file.",
                        String.join(System.lineSeparator(), differences), RENEW)
                .isEmpty();
    }

    @Test
    void bothModulesAreListed() {
        assertThat(lock.lines(RENEW))
                .anyMatch(line -> line.startsWith("client.model."))
                .anyMatch(line -> line.startsWith("client.api."))
                .anyMatch(line -> line.startsWith("stub.model."))
                .anyMatch(line -> line.startsWith("stub.api."));
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
