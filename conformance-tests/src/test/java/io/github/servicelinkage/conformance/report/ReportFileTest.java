package io.github.servicelinkage.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import io.github.servicelinkage.conformance.message.UnwrittenException;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is written whole or not at all, and nothing else is. */
class ReportFileTest {
    @TempDir
    private Path folder;

    @Test
    void linksAreReplacedAndNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(folder.resolve("report.md"), precious);
        Files.createSymbolicLink(folder.resolve("report.md.tmp"), precious);

        write("new");

        assertThat(precious).hasContent("precious");
        assertThat(folder.resolve("report.md")).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(folder.resolve("report.md"))).isFalse();
    }

    @Test
    void severalRunsInOneFolder() throws IOException {
        IntStream.range(0, 40).parallel().forEach(i -> write("x".repeat(100_000)));

        assertThat(folder.resolve("report.md")).hasSize(100_000);
        assertNothingElse();
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldOne() throws IOException {
        write("old");

        assertThatThrownBy(() -> ReportFile.write(folder, "report.md", out -> {
                    out.write(1);
                    throw new MustacheException("no space left", new IOException());
                }))
                .isInstanceOf(UnwrittenException.class)
                .hasMessageContaining("cannot be written");
        assertThat(folder.resolve("report.md")).hasContent("old");
        assertNothingElse();
    }

    @Test
    void aFolderInPlaceOfAReportIsToldAtOnce() throws IOException {
        Files.createDirectory(folder.resolve("report.html"));

        assertThatThrownBy(() -> Reports.prepare(folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("report.html");
    }

    private void write(String content) {
        ReportFile.write(folder, "report.md", out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("report.md"));
        }
    }
}
