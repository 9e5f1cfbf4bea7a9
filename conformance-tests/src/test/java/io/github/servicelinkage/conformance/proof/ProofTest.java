package io.github.servicelinkage.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.proof.SilentGateways.Silent;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.fault.Variant;
import io.github.servicelinkage.stub.fault.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The suite catches every fault, blames it on its own requirement, and raises no alarm where nothing is wrong. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
    private static final Pattern README_LINE = Pattern.compile("<!-- proof -->(.*?)<!-- /proof -->", Pattern.DOTALL);

    private final Proof proof = new Proof();
    private final List<ProvenFault> faults = new ArrayList<>();
    private final Map<Variant, Run> variants = new LinkedHashMap<>();
    private final Map<Silent, Run> silent = new LinkedHashMap<>();
    private Run plain = Run.NONE;
    private ProofMatrix matrix = new ProofMatrix(List.of(), Map.of(), Map.of());

    @BeforeAll
    void runTheSuiteAgainstEveryGateway() throws Exception {
        try (TransportGateways transport = TransportGateways.start()) {
            Map<Object, Supplier<Run>> runs = new LinkedHashMap<>();
            runs.put("plain", proof::plain);
            Variants.all().forEach(variant -> runs.put(variant, () -> proof.different(variant)));
            transport.variants().forEach((variant, target) -> runs.put(variant, () -> Proof.run(target)));
            List<Fault> all = Stream.concat(Faults.all().stream(), transport.faults().keySet().stream())
                    .toList();
            Faults.all().forEach(fault -> runs.put(fault, () -> proof.faulty(fault)));
            transport.faults().forEach((fault, target) -> runs.put(fault, () -> Proof.run(target)));
            List<Silent> quiet = SilentGateways.all(proof.judged(), proof.sending());
            quiet.forEach(gateway -> runs.put(gateway, () -> proof.silent(gateway.around())));
            runs.put("absent", proof::absent);
            Map<Object, Run> done = Proof.all(runs);
            quiet.forEach(gateway -> silent.put(gateway, done.get(gateway)));
            silent.put(
                    new Silent("is not there", SilentGateways.PLAIN, SilentGateways.OF_EVERY_RESPONSE),
                    done.get("absent"));
            plain = done.get("plain");
            Stream.concat(Variants.all().stream(), transport.variants().keySet().stream())
                    .forEach(variant -> variants.put(variant, done.get(variant)));
            all.forEach(fault -> faults.add(new ProvenFault(
                    fault.name(),
                    proof.requirement(fault.requirement()),
                    fault.description().en(),
                    fault.alsoBlamed(),
                    done.get(fault))));
        }
        matrix = new ProofMatrix(faults, variants, silent);
        matrix.write(Path.of("target"));
    }

    @TestFactory
    Stream<DynamicTest> faultIsCaughtAndBlamedOnItsOwnRequirement() {
        return faults.stream().map(fault -> DynamicTest.dynamicTest(fault.name(), fault::assertProven));
    }

    @TestFactory
    Stream<DynamicTest> variantRaisesNoAlarm() {
        return variants.entrySet().stream()
                .map(variant -> DynamicTest.dynamicTest(
                        variant.getKey().name(),
                        () -> assertThat(variant.getValue().verdict())
                                .as("%s", variant.getValue())
                                .isEqualTo(Verdict.CONFORMANT)));
    }

    @TestFactory
    Stream<DynamicTest> checkThatSawNothingIsSkipped() {
        return silent.entrySet().stream()
                .map(gateway -> DynamicTest.dynamicTest(
                        gateway.getKey().description(),
                        () -> assertThat(gateway.getValue().skipped().keySet())
                                .as("%s", gateway.getValue())
                                .containsAll(gateway.getKey().checks(proof.checks()))));
    }

    @Test
    void everyJudgedRequirementHasASilentGateway() {
        Set<String> without = new TreeSet<>(proof.judged());
        silent.keySet().forEach(gateway -> without.removeAll(gateway.requirements()));

        assertThat(without).isEmpty();
    }

    @Test
    void theProperGatewayGivesNoCauseForComplaint() {
        assertThat(plain.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(plain.blamed()).isEmpty();
    }

    @Test
    void everyJudgedRequirementHasAFault() {
        Set<String> without = new TreeSet<>(proof.judged());
        faults.forEach(fault -> without.remove(fault.requirement().id()));

        assertThat(without).isEmpty();
    }

    @Test
    void thereAreEnoughOfThemAndFewThatCannotBreakOneThingOnly() {
        assertThat(faults).hasSizeGreaterThanOrEqualTo(100);
        assertThat(variants).hasSizeGreaterThanOrEqualTo(20);
        assertThat(faults).filteredOn(fault -> !fault.alsoBlamed().isEmpty()).hasSizeLessThan(faults.size() / 20);
        assertThat(faults).extracting(ProvenFault::name).doesNotHaveDuplicates();
        assertThat(variants.keySet()).extracting(Variant::name).doesNotHaveDuplicates();
    }

    @Test
    void theReadmeTellsTheCounts() throws IOException {
        List<String> told = README_LINE
                .matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(line -> line.group(1).strip())
                .toList();

        assertThat(told).isNotEmpty().containsOnly(matrix.line());
    }
}
