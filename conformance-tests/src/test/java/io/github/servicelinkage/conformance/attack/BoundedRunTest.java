package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.process.JavaProcess;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.testing.WithMockGateway;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs, each in a process of its own, against a target that accepts the controls and sends hostile responses to everything
 * else: the run ends in time, with the heap of a run against a good gateway and 64 MB, and with reports that can be opened.
 * {@code target/attack/bounded-runs.tsv} has the figures.
 */
@Tag("attack")
@WithMockGateway
class BoundedRunTest {
    private static final int CONTROLS = 4;
    private static final int STEP_MB = 4;
    private static final int MORE_MB = 64;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long LARGEST_REPORT = 2 << 20;
    private static final Path FIGURES = Path.of("target/attack/bounded-runs.tsv");
    /** What could take much time or memory; the rest is in {@link SuiteResponsesAttackTest}. */
    private static final Set<String> KINDS = Set.of(
            "charset",
            "chunks",
            "content-length",
            "dripped",
            "endless",
            "interim response",
            "json",
            "json number",
            "json size",
            "slow pattern",
            "stalled");

    private static int normalHeap;

    @TempDir
    private Path folder;

    static Stream<Attack> attacks() {
        return Attack.of("suite-responses.yaml").filter(attack -> KINDS.contains(attack.kind()));
    }

    @BeforeAll
    static void findTheHeapOfANormalRun(MockGateway mock, @TempDir Path scratch) throws Exception {
        Files.createDirectories(FIGURES.getParent());
        normalHeap = STEP_MB * 4;
        while (run(mock.url(), scratch, normalHeap) != 0) {
            normalHeap += STEP_MB;
        }
        Files.writeString(FIGURES, figures("normal run, " + normalHeap + " MB", 0, Duration.ZERO, scratch));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void endsWithinItsBounds(Attack attack, MockGateway mock) throws Exception {
        try (HostileServer target = new HostileServer(Answer.of(attack).after(CONTROLS, mock.url()))) {
            long start = System.nanoTime();
            int exitCode = run(target.url(), folder, normalHeap + MORE_MB);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            Files.writeString(FIGURES, figures(attack.toString(), exitCode, taken, folder), StandardOpenOption.APPEND);
            assertThat(exitCode).isIn(0, 1, 3);
            assertThat(taken).isLessThan(LONGEST);
            assertThat(reports(folder))
                    .hasSize(4)
                    .allSatisfy(report -> assertThat(Files.size(report)).isLessThan(LARGEST_REPORT));
        }
    }

    private static int run(URI url, Path folder, int heap) throws IOException, InterruptedException {
        try (JavaProcess suite = JavaProcess.java(
                folder,
                Map.of("LINKAGE_API_KEY", MockGateway.DEFAULT_API_KEY),
                "-Xmx" + heap + "m",
                "-jar",
                System.getProperty("linkage.jar"),
                "verify",
                "--lang=en",
                "--timeout=2",
                "--url=" + url,
                "--report=" + folder.resolve("report"))) {
            int exitCode = suite.exitCode();
            assertThat(suite.output()).doesNotContain("itself failed", "Exception in thread");
            return exitCode;
        }
    }

    private static List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("report"))) {
            return files.toList();
        }
    }

    private static String figures(String name, int exitCode, Duration taken, Path folder) throws IOException {
        long largest = 0;
        for (Path report : reports(folder)) {
            largest = Math.max(largest, Files.size(report));
        }
        return String.format("%s\t%d\t%.1f s\t%d KB%n", name, exitCode, taken.toMillis() / 1000.0, largest >> 10);
    }
}
