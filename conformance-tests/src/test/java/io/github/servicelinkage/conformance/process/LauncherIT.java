package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code linkage}, in a kit that is built and without a class-data archive. */
class LauncherIT {
    @TempDir
    private Path folder;

    private Path kit;

    @BeforeEach
    void copy() throws IOException {
        kit = folder.resolve("키트 kit's");
        Path target = Files.createDirectories(kit.resolve("conformance-tests/target"));
        Path launcher = Files.copy(Path.of("..", "linkage"), kit.resolve("linkage"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(
                target.resolve("linkage.jar"), Path.of("target/linkage.jar").toAbsolutePath());
        Files.createFile(target.resolve("linkage.jsa"));
    }

    @Test
    void startsThroughLinksAndInTheLocaleC() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("키트 kit's/linkage"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), link);

        assertThat(exitCode(Map.of("LC_ALL", "C"), second, "requirements")).isZero();
        assertThat(output()).contains("LNK-AUTH-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "mock", "requirements"})
    void aJvmThatCannotStartGivesNoVerdict(String command) throws Exception {
        assertThat(exitCode(Map.of("JAVA_TOOL_OPTIONS", "-Xnonsense"), kit.resolve("linkage"), command))
                .as(output())
                .isEqualTo(3);
        assertThat(output()).contains("linkage: Java could not run the kit");
    }

    @Test
    void tooLittleMemoryGivesNoVerdict() throws Exception {
        assertThat(exitCode(Map.of("JAVA_TOOL_OPTIONS", "-Xmx16m"), kit.resolve("linkage"), "verify", "--lang", "en"))
                .as(output())
                .isEqualTo(3);
        assertThat(output())
                .containsAnyOf("Java has too little memory", "OutOfMemoryError")
                .doesNotContain("\tat ");
    }

    @Test
    void aDamagedKitSaysThatItIsDamaged() throws Exception {
        Path jar = kit.resolve("conformance-tests/target/linkage.jar");
        String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1);
        Files.delete(jar);
        String part = "io/github/servicelinkage/conformance/engine/Engine.class";
        int at = bytes.indexOf(part) + part.length() + 50;
        Files.writeString(
                jar, bytes.substring(0, at) + "damaged" + bytes.substring(at + 7), StandardCharsets.ISO_8859_1);

        assertThat(exitCode(Map.of(), kit.resolve("linkage"), "verify", "--lang", "en"))
                .as(output())
                .isEqualTo(3);
        assertThat(output()).contains("The JAR of the kit is damaged").doesNotContain("report it");
    }

    @Test
    void aTruncatedKitGivesNoVerdict() throws Exception {
        Path jar = kit.resolve("conformance-tests/target/linkage.jar");
        Files.delete(jar);
        Files.write(jar, new byte[] {'P', 'K', 3, 4});

        assertThat(exitCode(Map.of(), kit.resolve("linkage"), "verify"))
                .as(output())
                .isEqualTo(3);
        assertThat(output()).contains("linkage: Java could not run the kit").doesNotContain("Exception in thread");
    }

    @Test
    void theVerdictAndWrongUsageHaveTheirCodes() throws Exception {
        assertThat(exitCode(Map.of(), kit.resolve("linkage"), "verify", "--nonsense"))
                .isEqualTo(2);
        assertThat(exitCode(Map.of(), kit.resolve("linkage"), "verify", "--only", "LNK-AUTH-01"))
                .as(output())
                .isZero();
    }

    private int exitCode(Map<String, String> environment, Path launcher, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        Path output = folder.resolve("output");
        return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
    }
}
