package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line between a terminal, pipes and signals. */
@EnabledOnOs(OS.LINUX)
class TerminalIT {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java") + " -jar ";
    private static final String LINKAGE = JAVA + System.getProperty("linkage.jar") + " ";
    private static final String MOCK =
            JAVA + Path.of(System.getProperty("project.root"), "server-stub/target/linkage-mock.jar") + " ";
    private static final String AUTH = "verify --lang en --suite validation --only LNK-AUTH";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"requirements", AUTH, "--help"})
    void aReaderWhoHasSeenEnoughIsNoError(String command) throws Exception {
        assertThat(run(LINKAGE + command + " | read -r line; exit ${PIPESTATUS[0]}"))
                .isEqualTo(new Run(0, ""));
    }

    @Test
    void aReaderOfTheMockWhoHasSeenEnoughIsNoError() throws Exception {
        assertThat(run(MOCK + "--list-faults | read -r line; exit ${PIPESTATUS[0]}"))
                .isEqualTo(new Run(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> /dev/full", ">&-"})
    void anOutputThatIsLostIsAnError(String output) throws Exception {
        Run lost = new Run(3, "The output could not be written: standard output is closed or has no space left.\n");

        assertThat(run(LINKAGE + "requirements --lang en " + output)).isEqualTo(lost);
        assertThat(run(MOCK + "--list-faults --lang en " + output)).isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"dumb,''", "xterm,1"})
    void aPlainTerminalGetsTextAlone(String terminal, String noColor) throws Exception {
        Run run = atTerminal(Map.of("TERM", terminal, "NO_COLOR", noColor));

        assertThat(run.exitCode()).isZero();
        assertThat(run.said()).contains("Verdict: CONFORMANT").doesNotContain("\u001B", "/90");
    }

    @Test
    void aNarrowTerminalGetsNoTornProgress() throws Exception {
        Run run = atTerminal(Map.of("TERM", "xterm", "NO_COLOR", ""));

        List<String> progress = Stream.of(run.said().split("[\r\n]"))
                .filter(line -> line.matches(".*% [0-9]+/[0-9]+"))
                .map(line -> line.replace("\u001B[K", ""))
                .toList();
        assertThat(progress).hasSizeGreaterThan(5).allMatch(line -> line.length() <= 20);
        assertThat(run.said()).contains("\r\u001B[K").contains("Verdict: CONFORMANT");
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void aSignalEndsTheRunAndNotItsReports(String signal, int exitCode) throws Exception {
        // What starts this test may ignore SIGINT, which a child then does, too.
        String command = "exec env --default-signal=INT " + LINKAGE + "verify --lang en --rate 60/s --report reports";
        try (JavaProcess verify = JavaProcess.start(folder, Map.of(), List.of("bash", "-c", command))) {
            verify.await(Pattern.compile("(Sending about)"));

            assertThat(run("kill -" + signal + " " + verify.pid()).exitCode()).isZero();

            assertThat(verify.exitCode()).as(verify.output()).isEqualTo(exitCode);
            assertThat(verify.output()).contains("Verdict: INCONCLUSIVE").doesNotContain("Exception");
        }
        try (Stream<Path> reports = Files.list(folder.resolve("reports"))) {
            assertThat(reports.map(report -> report.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.json", "junit.xml", "report.html", "report.md");
        }
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("reports/report.json").toFile())
                        .at("/reason/en")
                        .asText())
                .isEqualTo("The run was stopped.");
    }

    private Run atTerminal(Map<String, String> environment) throws Exception {
        assumeTrue(run("command -v script >/dev/null").exitCode() == 0, "needs the command script");
        return run("script -qec 'stty cols 20; " + LINKAGE + AUTH + "' /dev/null", environment);
    }

    private Run run(String command) throws Exception {
        return run(command, Map.of());
    }

    private Run run(String command, Map<String, String> environment) throws IOException, InterruptedException {
        try (JavaProcess process = JavaProcess.start(folder, environment, List.of("bash", "-c", command))) {
            return new Run(process.exitCode(), process.output());
        }
    }

    private record Run(int exitCode, String said) {}
}
