package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable JAR, as users run it: a gateway in one process, the suite in another. */
class TwoProcessesIT {
    private static final String JAR = System.getProperty("linkage.jar");
    private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+/v1/common/member)");

    @TempDir
    private Path directory;

    @Test
    void aMockGatewayInAnotherProcessIsConformant() throws IOException, InterruptedException {
        try (JavaProcess mock = JavaProcess.java(directory, Map.of(), "-jar", JAR, "mock", "--port", "0")) {
            String url = mock.await(URL);

            try (JavaProcess verify =
                    JavaProcess.java(directory, Map.of(), "-jar", JAR, "verify", "--lang", "en", "--url", url)) {
                assertThat(verify.exitCode()).as(verify.output()).isZero();
                assertThat(verify.output()).contains("Verdict: CONFORMANT").doesNotContain("\u001B[", "INFO:", "SLF4J");
            }
        }
    }

    @Test
    void aTargetThatDiesInTheMiddleLeavesAnInconclusivePartialReport() throws IOException, InterruptedException {
        try (JavaProcess mock = JavaProcess.java(directory, Map.of(), "-jar", JAR, "mock", "--port", "0")) {
            String url = mock.await(URL);
            String[] arguments = {
                "-jar", JAR, "verify", "--lang", "en", "--url", url, "--rate", "100/s", "--report", directory.toString()
            };
            try (JavaProcess verify = JavaProcess.java(directory, Map.of(), arguments)) {
                verify.await(Pattern.compile("(Sending about)"));
                mock.kill();

                assertThat(verify.exitCode()).as(verify.output()).isEqualTo(3);
                assertThat(verify.output())
                        .contains("The target ", "Verdict: INCONCLUSIVE")
                        .doesNotContain("Exception");
            }
        }
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("report.json").toFile());
        assertThat(report.path("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(report.path("reason").path("en").asText()).isNotEmpty();
        assertThat(report.path("results")).isNotEmpty();
    }
}
