package io.github.servicelinkage.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the testing artifact is made of; how many JARs and bytes reach a team, its consumers test. */
class FootprintTest {

    @Test
    void theTestingArtifactBringsTheClientAndTheMockGatewayAlone() throws IOException {
        List<Path> entries = Arrays.stream(Files.readString(Path.of("target", "runtime-classpath.txt"))
                        .split(File.pathSeparator))
                .map(String::strip)
                .map(Path::of)
                .toList();

        assertThat(entries)
                .extracting(Path::toString)
                .anyMatch(entry -> entry.contains("vertx-core"))
                .noneMatch(entry -> entry.contains("au/com/dius"))
                .noneMatch(entry -> entry.contains("kotlin"))
                .noneMatch(entry -> entry.contains("tika"))
                .noneMatch(entry -> entry.contains("picocli"))
                .noneMatch(entry -> entry.contains("junit"))
                .noneMatch(entry -> entry.contains("jmustache"));
    }
}
