package io.github.servicelinkage.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.fault.Variants;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front door: what it lets in, what it counts, and whom it tells. */
class ConformanceTest {

    @TempDir
    private Path directory;

    @Test
    void theOwnMockGatewayIsConformantAndTheListenerHearsOfEachCheck() throws IOException {
        Heard heard = new Heard();
        try (MockGateway gateway = MockGateway.builder().start()) {
            Report report = Conformance.of(target(gateway))
                    .only("LNK-AUTH", "LNK-PRIV", "LNK-PACT")
                    .pacts()
                    .run(heard);

            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
            assertThat(heard.judged).containsExactlyInAnyOrderElementsOf(report.results());
            assertThat(heard.ended).isSameAs(report);
            assertThat(heard.sent).isEqualTo((int) report.run().requests());
        }
    }

    /** Checks that run at the same time must not be blamed for what only their number does. */
    @ParameterizedTest
    @ValueSource(strings = {"fails-when-three-are-under-way", "fails-now-and-then"})
    void failureUnderLoadOrByChanceIsBlamedOnOneRequirement(String fault) throws IOException {
        try (MockGateway gateway =
                MockGateway.builder().fault(Faults.named(fault).orElseThrow()).start()) {
            Report report = Conformance.of(target(gateway)).run(new Listener() {});

            assertThat(report.results().stream()
                            .filter(result -> result.status() == Status.FAILED || result.status() == Status.ERROR)
                            .map(Result::requirement))
                    .containsOnly("LNK-BEH-02");
        }
    }

    @Test
    void theNumberOfRequestsThatIsToldIncludesThePacts() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            Heard alone = new Heard();
            Heard withPacts = new Heard();
            Heard pactsAlone = new Heard();
            Conformance.of(target(gateway)).only("LNK-AUTH").run(alone);
            Report report = Conformance.of(target(gateway))
                    .only("LNK-AUTH", "LNK-PACT")
                    .pacts()
                    .run(withPacts);
            Conformance.of(target(gateway)).withoutValidation().pacts().run(pactsAlone);

            long interactions = report.results().stream()
                    .filter(result -> result.requirement().equals("LNK-PACT-01"))
                    .count();
            assertThat(interactions).isPositive();
            assertThat(withPacts.planned - alone.planned).isEqualTo((int) interactions);
            assertThat(pactsAlone.planned).isEqualTo(pactsAlone.sent);
        }
    }

    @Test
    void aQuotaThatDoesNotPayForThePactsStopsTheRun() throws IOException {
        try (MockGateway gateway = MockGateway.builder()
                .variant(Variants.named("counts-quota").orElseThrow())
                .start()) {
            Heard heard = new Heard();
            Path pact = Files.writeString(directory.resolve("many.json"), """
                    { "consumer": { "name": "c" }, "provider": { "name": "p" }, "interactions": [ %s ],
                      "metadata": { "pactSpecification": { "version": "4.0" } } }
                    """.formatted(
                            "{ \"description\": \"one\" },".repeat(200_000) + "{ \"description\": \"last\" }"));
            Report report = Conformance.of(target(gateway))
                    .withoutValidation()
                    .pacts(pact.toString())
                    .run(heard);

            assertThat(heard.sent).isEqualTo(4);
            assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(report.reason().en()).contains("does not pay for the 200005 planned requests");
        }
    }

    @Test
    void aRunThatIsStoppedReportsWhatItHasFound() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            Conformance suite = Conformance.of(target(gateway));
            Report report = suite.run(new Listener() {
                @Override
                public void sent(int sent) {
                    if (sent == 100) {
                        suite.stop();
                    }
                }
            });

            assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(report.reason().en()).isEqualTo("The run was stopped.");
            assertThat(report.run().requests()).isBetween(100L, 110L);
            assertThat(report.summary().count(Status.PASSED)).isPositive();
            assertThat(report.summary().count(Status.SKIPPED)).isPositive();
            assertThat(suite.only("LNK-AUTH-01").run(new Listener() {}).verdict())
                    .as("the next run")
                    .isEqualTo(Verdict.CONFORMANT);
        }
    }

    @Test
    void aRunEndsAfterItsTimeLimit() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            Report report = Conformance.of(target(gateway))
                    .timeLimit(Duration.ofMillis(1))
                    .run(new Listener() {});

            assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(report.reason().en()).contains("time limit", "--time-limit");
        }
    }

    @Test
    void oneOperationAloneIsJudgedWhereItIsNamed() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            Conformance suite =
                    Conformance.of(target(gateway)).only("LNK-AUTH-01").operations("searchConsent");

            assertThat(suite.checks()).containsExactly("LNK-AUTH-01/searchConsent");
            assertThat(suite.run(new Listener() {}).results())
                    .extracting(Result::check)
                    .containsExactly("LNK-AUTH-01/searchConsent");
        }
    }

    @Test
    void whatIsWrongIsToldBeforeAnythingIsSent() {
        Conformance suite = Conformance.of(
                new Target("nobody", URI.create("http://127.0.0.1:1"), "key", Duration.ofSeconds(1), Optional.empty()));

        assertThatThrownBy(() -> suite.only("LNK-NONE")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> suite.pacts("no/such/folder")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> suite.waivers(Path.of("no/such/file"))).isInstanceOf(UsageException.class);
    }

    @Test
    void withoutPactOnTheClassPathTheRestWorksAndItsAbsenceIsOneSentence() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("au" + File.separator + "com" + File.separator + "dius"))
                .collect(Collectors.joining(File.pathSeparator));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        WithoutPact.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readAllLines(output))
                .endsWith(
                        "CONFORMANT",
                        "Pacts cannot be verified: Pact is not on the class path."
                                + " Add the dependency au.com.dius.pact.core:matchers.");
    }

    private static Target target(MockGateway gateway) {
        return new Target("gateway", gateway.url(), gateway.apiKey(), Duration.ofSeconds(30), Optional.empty());
    }

    /** A program that has no Pact: a run, then one that asks for pacts. */
    static final class WithoutPact {
        private WithoutPact() {}

        public static void main(String[] arguments) throws IOException {
            try (MockGateway gateway = MockGateway.builder().start()) {
                Conformance suite = Conformance.of(target(gateway)).only("LNK-AUTH");
                System.out.println(suite.run(new Listener() {}).verdict());
                suite.pacts();
            } catch (UsageException told) {
                System.out.println(told.text().en());
            }
        }
    }

    private static final class Heard implements Listener {
        private int planned;
        private int sent;
        private final List<Result> judged = new ArrayList<>();
        private Report ended;

        @Override
        public void started(String target, int requests) {
            planned = requests;
        }

        @Override
        public void sent(int count) {
            sent = count;
        }

        @Override
        public void judged(Result result) {
            judged.add(result);
        }

        @Override
        public void ended(Report report) {
            ended = report;
        }
    }
}
