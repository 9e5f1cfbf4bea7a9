package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same source gives the same JAR, byte by byte, wherever it is built. Run by the profile {@code reproducible}. */
class ReproducibleJarIT {

    private static final Set<String> NOT_SOURCE = Set.of("target", ".git");

    @Test
    void aSecondBuildInAnotherFolderGivesTheSameJar(@TempDir Path copy) throws Exception {
        Path jar = Path.of(System.getProperty("jar"));
        copySource(Path.of(System.getProperty("root")), copy);

        Process maven = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                        "--quiet",
                        "--offline",
                        "-Dmaven.repo.local=" + System.getProperty("repository"),
                        "-pl",
                        "client",
                        "-am",
                        "package",
                        "-DskipTests"))
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(maven.waitFor()).as(output).isZero();
        assertThat(copy.resolve("client/target").resolve(jar.getFileName())).hasSameBinaryContentAs(jar);
    }

    private static void copySource(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (NOT_SOURCE.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().equals(".git")) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
