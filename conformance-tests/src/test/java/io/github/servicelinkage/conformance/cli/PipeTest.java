package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To open a pipe of which nobody has the other end waits without an end. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class PipeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"subjects, 2", "baseline, 2", "pacts, 3"})
    void anOptionThatNamesOneIsRefused(String option, int exitCode) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        Console console = Console.run("verify", "--only=LNK-AUTH-01,LNK-PACT-01", "--" + option + "=" + pipe);

        assertThat(console.exitCode()).as(console.out() + console.err()).isEqualTo(exitCode);
        assertThat(console.out() + console.err()).contains(pipe.getFileName().toString());
    }
}
