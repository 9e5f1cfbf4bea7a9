package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that is full before the last report is written. Skipped where no file system may be mounted. */
@Tag("attack")
@EnabledOnOs(OS.LINUX)
class FullDiskAttackTest {
    @TempDir
    private Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            execute("umount", folder.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"80k, report.html", "200k, report.md"})
    void losesNeitherTheVerdictNorTheReportsBefore(String size, String unwritten) throws Exception {
        mounted = execute("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0;
        assumeTrue(mounted, "may not mount");
        Path reports = folder.resolve("reports");

        SuiteRun run = SuiteRun.of(reports, "verify", "--lang=en", "--suite=validation", "--only=LNK-LEN,LNK-AUTH");

        assertThat(run.console().exitCode()).isEqualTo(3);
        assertThat(run.console().out()).contains("Verdict: CONFORMANT");
        assertThat(run.console().err())
                .contains("The report " + reports.resolve(unwritten) + " cannot be written.")
                .doesNotContain("itself failed", "Exception");
        try (Stream<Path> files = Files.list(reports)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertThat(names).contains("report.json", "junit.xml").doesNotContain(unwritten);
            assertThat(names).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    private static int execute(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
