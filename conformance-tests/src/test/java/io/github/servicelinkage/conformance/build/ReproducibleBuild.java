package io.github.servicelinkage.conformance.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same source gives the same JARs and bills of materials, whoever builds it and where. Run by the profile {@code reproducible}. */
class ReproducibleBuild {
    private static final String COPY_AND_BUILD = """
            set -e
            umask "$MASK"
            mkdir -p "$COPY"
            tar -C "$ROOT" --exclude=target --exclude=.git -cf - . | tar -C "$COPY" --no-same-permissions -xf -
            cd "$COPY"
            "$MAVEN" -q -B -Dmaven.repo.local="$REPOSITORY" -Prelease -DskipTests -DskipITs package
            """;

    @TempDir
    private Path folder;

    @Test
    void anotherFolderMaskTimeZoneOrLanguageGivesTheSameArchives() throws Exception {
        Map<String, String> expected = build("first", "022", "UTC", "-Duser.language=en -Duser.country=US");

        assertThat(expected.keySet())
                .anyMatch(file -> file.endsWith("/linkage.jar"))
                .anyMatch(file -> file.endsWith("/linkage-mock.jar"))
                .anyMatch(file -> file.endsWith("-sources.jar"))
                .anyMatch(file -> file.endsWith("-javadoc.jar"))
                .anyMatch(file -> file.endsWith(".cdx.json"));
        assertThat(build("of another user", "077", "Asia/Seoul", "-Duser.language=ko -Duser.country=KR"))
                .containsExactlyEntriesOf(expected);
        assertThat(build("of/a/group", "002", "America/St_Johns", "-Duser.language=tr -Duser.country=TR"))
                .containsExactlyEntriesOf(expected);
    }

    /** The SHA-256 of each archive that a build makes, by its path. */
    private Map<String, String> build(String name, String mask, String timeZone, String language) throws Exception {
        Path copy = folder.resolve(name);
        ProcessBuilder builder = new ProcessBuilder(List.of("bash", "-c", COPY_AND_BUILD)).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "MASK", mask,
                        "TZ", timeZone,
                        "MAVEN_OPTS", language,
                        "COPY", copy.toString(),
                        "ROOT", System.getProperty("project.root"),
                        "MAVEN",
                                Path.of(System.getProperty("maven.home"), "bin", "mvn")
                                        .toString(),
                        "REPOSITORY", System.getProperty("maven.repo.local")));
        Process build = builder.start();
        String output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(build.waitFor()).as(output).isZero();
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(ReproducibleBuild::isMade).toList()) {
                hashes.put(copy.relativize(file).toString(), sha256(file));
            }
        }
        return hashes;
    }

    private static boolean isMade(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith("original-") || name.endsWith(".cdx.json");
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
