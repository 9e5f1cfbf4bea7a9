package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a consumer's class path grows by. */
class FootprintTest {

    private static final int MOST_JARS = 9;
    private static final long MOST_BYTES = 6L << 20;

    @Test
    void theClientBringsFewAndSmallJars() throws IOException {
        List<Path> jars = Arrays.stream(Files.readString(Path.of("target", "runtime-classpath.txt"))
                        .split(File.pathSeparator))
                .map(String::strip)
                .map(Path::of)
                .toList();

        assertThat(jars).hasSizeLessThanOrEqualTo(MOST_JARS);
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(jars)
                .extracting(jar -> jar.getFileName().toString())
                .anyMatch(name -> name.startsWith("hibernate-validator-"))
                .noneMatch(name -> name.contains("expressly") || name.contains("jakarta.el"));
    }
}
