package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. */
class ReadmeTest {

    /** Surefire names the folder of the module; elsewhere it is the working directory. */
    private static final Path MODULE = Path.of(System.getProperty("basedir", ""));

    @Test
    void everyDataFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(MODULE)) {
            assertThat(found("(?<=\\| `)[a-z.-]+\\.(yaml|json)", Files.readString(MODULE.resolve("README.md"))))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.matches(".*\\.(yaml|json)"))
                                    .toList());
        }
    }

    @Test
    void everyVendorExtensionIsDocumented() throws IOException {
        List<String> used = found("\"x-[a-z-]+\":", SPEC.toString()).stream()
                .map(name -> "| `" + name.substring(1, name.length() - 2) + "`")
                .distinct()
                .toList();

        assertThat(found("\\| `x-[a-z-]+`", Files.readString(MODULE.resolve("README.md"))))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyTemplateHasItsReason() throws IOException {
        Path templates = MODULE.resolve("templates");
        try (Stream<Path> files = Files.list(templates)) {
            assertThat(found("(?<=\\| `)[A-Za-z]+\\.mustache", Files.readString(templates.resolve("README.md"))))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".mustache"))
                                    .toList());
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
