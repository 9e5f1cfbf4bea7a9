package io.github.servicelinkage.conformance.proof.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.proof.Proof;
import io.github.servicelinkage.conformance.proof.ProvenFault;
import io.github.servicelinkage.conformance.proof.Run;
import io.github.servicelinkage.conformance.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The suite is right about a gateway that has nothing in common with the mock gateway, too. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainProofTest {
    private static final String CORRECT = "correct";
    private static final List<PlainFault> FAULTS = PlainFaults.all();
    private static final List<PlainVariant> VARIANTS = PlainVariants.all();

    private final Proof proof = new Proof();
    private final Map<Object, Run> runs = new LinkedHashMap<>();

    @BeforeAll
    void runTheSuiteAgainstEveryGateway() throws InterruptedException {
        Map<Object, Supplier<Run>> planned = new LinkedHashMap<>();
        planned.put(CORRECT, () -> proof.plain(gateway(rules -> {})));
        VARIANTS.forEach(variant -> planned.put(variant, () -> proof.different(gateway(variant.change()))));
        FAULTS.forEach(fault ->
                planned.put(fault, () -> proof.faulty(fault.name(), fault.requirement(), gateway(fault.change()))));
        runs.putAll(Proof.all(planned));
    }

    @Test
    void theCorrectGatewayGivesNoCauseForComplaint() {
        assertThat(run(CORRECT).verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(run(CORRECT).blamed()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> faultIsCaughtAndBlamedOnItsOwnRequirement() {
        return FAULTS.stream()
                .map(fault -> new ProvenFault(
                        fault.name(),
                        proof.requirement(fault.requirement()),
                        fault.description(),
                        fault.alsoBlamed(),
                        run(fault)))
                .map(proven -> DynamicTest.dynamicTest(proven.name(), proven::assertProven));
    }

    @TestFactory
    Stream<DynamicTest> variantRaisesNoAlarm() {
        return VARIANTS.stream()
                .map(variant -> DynamicTest.dynamicTest(variant.name(), () -> {
                    assertThat(run(variant).verdict()).as("%s", run(variant)).isEqualTo(Verdict.CONFORMANT);
                    assertThat(run(variant).blamed()).as("%s", run(variant)).isEqualTo(variant.warnings());
                }));
    }

    @Test
    void thereAreEnoughOfThemAndEachHasANameOfItsOwn() {
        assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(VARIANTS).hasSizeGreaterThanOrEqualTo(12);
        assertThat(FAULTS).extracting(PlainFault::name).doesNotHaveDuplicates();
        assertThat(VARIANTS).extracting(PlainVariant::name).doesNotHaveDuplicates();
    }

    private Run run(Object gateway) {
        return Objects.requireNonNull(runs.get(gateway));
    }

    private static Proof.Starter gateway(Consumer<PlainRules> change) {
        return () -> PlainGateway.start(Proof.API_KEY, change);
    }
}
