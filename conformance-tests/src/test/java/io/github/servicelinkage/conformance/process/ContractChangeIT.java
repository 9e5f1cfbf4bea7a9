package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.cli.Linkage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String changed = classPath(project);
        String unchanged = System.getProperty("java.class.path");

        try (JavaProcess explain = linkage(changed, "explain", "LNK-LEN-08", "--lang", "en")) {
            assertThat(explain.exitCode()).as(explain.output()).isZero();
            assertThat(explain.output())
                    .contains("at most 7 code points", "korName: 8 code points of ASCII -> refused")
                    .doesNotContain("korName: 10 code points", "korName: 11 code points");
        }
        try (JavaProcess explain = linkage(changed, "explain", "LNK-LEN-12", "--lang", "en")) {
            assertThat(explain.exitCode()).as(explain.output()).isZero();
            assertThat(explain.output())
                    .contains("korName: 7 code points of Hangul -> accepted")
                    .doesNotContain("korName: 10 code points");
        }
        try (JavaProcess mock = linkage(changed, "mock", "--port", "0")) {
            String url = mock.await(URL);
            assertThat(verdict(changed, url)).isZero();
            assertThat(verdict(unchanged, url)).as("by the unchanged contract").isEqualTo(1);
            assertThat(client(changed, url)).containsExactly("7: answered", "8: InvalidRequestException");
        }
    }

    private int verdict(String classPath, String url) throws IOException, InterruptedException {
        try (JavaProcess verify =
                linkage(classPath, "verify", "--suite", "validation", "--only", "LNK-LEN", "--url", url)) {
            return verify.exitCode();
        }
    }

    private JavaProcess linkage(String classPath, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-cp", classPath, Linkage.class.getName()));
        all.addAll(List.of(arguments));
        return JavaProcess.java(directory, Map.of(), all.toArray(String[]::new));
    }

    /** What this test runs on, with the modules of the copy in place of the project's own. */
    private static String classPath(Path project) {
        String root = System.getProperty("project.root") + File.separator;
        Stream<String> modules = Stream.of(
                        "openapi", "client", "server-stub/runtime", "server-stub", "conformance-tests")
                .map(module -> project.resolve(module).resolve("target/classes").toString());
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(root));
        return Stream.concat(modules, libraries).collect(Collectors.joining(File.pathSeparator));
    }

    /** Asks through the changed client, compiled and run against the changed modules. */
    private List<String> client(String classPath, String url) throws IOException, InterruptedException {
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
        try (JavaProcess ask = JavaProcess.java(directory, Map.of(), "-cp", classPath, program.toString(), url)) {
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
                "-Djacoco.skip",
                "-pl",
                "conformance-tests",
                "-am",
                "compile");
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
