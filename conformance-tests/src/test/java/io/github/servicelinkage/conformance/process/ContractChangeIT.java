package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract is the only source: a limit is changed in a copy of it, the copy is built, and client, mock gateway and suite have
 * all moved without a line of Java being touched.
 */
class ContractChangeIT {
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "test");
    private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+/v1/common/member)");
    private static final String SCHEMA = "    RegistrationBody:";

    @TempDir
    private Path directory;

    @Test
    void aShorterNameMovesClientMockAndSuite() throws IOException, InterruptedException {
        Path project = copy(Path.of(System.getProperty("project.root")));
        change(project.resolve("openapi/service-linkage.yaml"));
        build(project);
        String jar = project.resolve("conformance-tests/target/linkage.jar").toString();

        try (JavaProcess explain =
                JavaProcess.java(directory, Map.of(), "-jar", jar, "explain", "LNK-LEN-08", "--lang", "en")) {
            assertThat(explain.exitCode()).isZero();
            assertThat(explain.output())
                    .contains(
                            "at most 7 code points",
                            "korName: 7 code points of ASCII -> accepted",
                            "korName: 8 code points of ASCII -> refused")
                    .doesNotContain("korName: 10 code points", "korName: 11 code points");
        }
        try (JavaProcess mock = JavaProcess.java(directory, Map.of(), "-jar", jar, "mock", "--port", "0")) {
            String url = mock.await(URL);
            assertThat(verdict(jar, url)).isZero();
            assertThat(verdict(System.getProperty("linkage.jar"), url))
                    .as("the suite of the unchanged contract")
                    .isEqualTo(1);
            assertThat(client(jar, url)).containsExactly("7: answered", "8: InvalidRequestException");
        }
    }

    private int verdict(String jar, String url) throws IOException, InterruptedException {
        try (JavaProcess verify = JavaProcess.java(
                directory,
                Map.of(),
                "-jar",
                jar,
                "verify",
                "--suite",
                "validation",
                "--only",
                "LNK-LEN",
                "--url",
                url)) {
            return verify.exitCode();
        }
    }

    /** Asks through the changed client, compiled and run against the changed JAR alone. */
    private List<String> client(String jar, String url) throws IOException, InterruptedException {
        Path program = Files.writeString(directory.resolve("Ask.java"), """
                import io.github.servicelinkage.client.*;

                class Ask {
                    public static void main(String[] arguments) {
                        try (LinkageClient client = LinkageClient.builder()
                                .gateway(java.net.URI.create(arguments[0]))
                                .apiKey("l7xx0123456789abcdef0123456789abcdef")
                                .partner("F0995", "297")
                                .build()) {
                            for (int length : new int[] {7, 8}) {
                                try {
                                    client.searchRegistration(new Person("A", "\\uAC00".repeat(length)));
                                    System.out.println(length + ": answered");
                                } catch (RuntimeException e) {
                                    System.out.println(length + ": " + e.getClass().getSimpleName());
                                }
                            }
                        }
                    }
                }
                """);
        try (JavaProcess ask = JavaProcess.java(directory, Map.of(), "-cp", jar, program.toString(), url)) {
            assertThat(ask.exitCode()).as(ask.output()).isZero();
            return ask.output()
                    .lines()
                    .filter(line -> line.matches("[0-9]+: .*"))
                    .toList();
        }
    }

    private void build(Path project) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-q",
                "-B",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "-Dmaven.test.skip",
                "-Djacoco.skip",
                "-Dspotless.check.skip",
                "-Dmaven.source.skip",
                "-pl",
                "conformance-tests",
                "-am",
                "package");
        try (JavaProcess maven =
                JavaProcess.start(project, Map.of("JAVA_HOME", System.getProperty("java.home")), command)) {
            assertThat(maven.exitCode()).as(maven.output()).isZero();
        }
    }

    private static void change(Path contract) throws IOException {
        String before = Files.readString(contract);
        int schema = before.indexOf(SCHEMA);
        String after =
                before.substring(0, schema) + before.substring(schema).replaceFirst("maxLength: 10\\b", "maxLength: 7");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(contract, after);
    }

    private Path copy(Path root) throws IOException {
        Path copy = directory.resolve("project");
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path target = copy.resolve(root.relativize(file).toString());
                try {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return copy;
    }
}
