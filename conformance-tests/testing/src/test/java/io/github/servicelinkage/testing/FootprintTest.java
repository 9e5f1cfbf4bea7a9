package io.github.servicelinkage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a team's test class path grows by. */
class FootprintTest {

    private static final int MAX_JARS = 31;
    private static final long MAX_BYTES = 13L << 20;

    @Test
    void theTestingArtifactBringsTheClientAndTheMockGatewayAlone() throws IOException {
        List<Path> entries = Arrays.stream(Files.readString(Path.of("target", "runtime-classpath.txt"))
                        .split(File.pathSeparator))
                .map(String::strip)
                .map(Path::of)
                .toList();

        assertThat(entries)
                .hasSizeLessThanOrEqualTo(MAX_JARS)
                .extracting(Path::toString)
                .anyMatch(entry -> entry.contains("vertx-core"))
                .noneMatch(entry -> entry.contains("au/com/dius"))
                .noneMatch(entry -> entry.contains("kotlin"))
                .noneMatch(entry -> entry.contains("tika"))
                .noneMatch(entry -> entry.contains("picocli"))
                .noneMatch(entry -> entry.contains("junit"))
                .noneMatch(entry -> entry.contains("jmustache"));
        assertThat(entries.stream().mapToLong(FootprintTest::bytes).sum()).isLessThan(MAX_BYTES);
    }

    /** The size of a JAR, or in a build that makes none, of the classes. */
    private static long bytes(Path entry) {
        try (Stream<Path> files = Files.walk(entry)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
