package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code linkage-mock}, with a stand-in for Java that notes its arguments and makes the files it is asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            echo "$*" >> "$NOTES"
            for argument; do
                case "$argument" in
                    -XX:DumpLoadedClassList=*) : > "${argument#*=}"; [ -z "${INTERRUPT:-}" ] || kill -TERM $PPID ;;
                    -XX:SharedArchiveFile=*) [ "$1" != -Xshare:dump ] || : > "${argument#*=}" ;;
                esac
            done
            """;

    @TempDir
    private Path folder;

    private Path notes;
    private Path cache;

    @BeforeEach
    void installJava() throws IOException {
        notes = folder.resolve("notes");
        cache = folder.resolve("cache").resolve("linkage-mock");
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        assertThat(Files.writeString(java, JAVA).toFile().setExecutable(true)).isTrue();
    }

    @Test
    void startsWithoutAPlaceForACache() throws Exception {
        Path launcher = launcher("one");

        assertThat(run(launcher, Map.of())).isZero();
        assertThat(starts()).singleElement().asString().contains("-jar").doesNotContain("SharedArchiveFile");
    }

    @Test
    void makesAnArchiveOnce() throws Exception {
        Path launcher = launcher("one");

        assertThat(run(launcher)).isZero();
        assertThat(run(launcher)).isZero();

        assertThat(cached()).singleElement().asString().endsWith(".jsa");
        assertThat(starts()).hasSize(4);
        assertThat(starts().get(3)).contains("-XX:SharedArchiveFile=" + cached().get(0));
    }

    @Test
    void keepsOneArchiveForEachPlace() throws Exception {
        Path launcher = launcher("one");
        run(launcher);
        List<Path> before = cached();
        run(launcher("other"));
        Files.writeString(launcher.resolveSibling("linkage-mock.jar"), "built again");

        run(launcher);

        assertThat(cached()).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void leavesNothingBehindWhenInterrupted() throws Exception {
        run(launcher("one"), Map.of("XDG_CACHE_HOME", cache.getParent().toString(), "INTERRUPT", "yes"));

        assertThat(cached()).isEmpty();
    }

    @Test
    void startsThroughALink() throws Exception {
        Path launcher = launcher("one");
        Path first = Files.createSymbolicLink(folder.resolve("first"), launcher);
        Path second = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("mock"), Path.of("..", "first"));

        assertThat(run(first)).isZero();
        assertThat(run(second)).isZero();
        assertThat(starts()).last().asString().contains("-jar " + launcher.resolveSibling("linkage-mock.jar"));
    }

    @Test
    void ignoresARelativePlaceForACache() throws Exception {
        assertThat(run(
                        launcher("one"),
                        Map.of(
                                "XDG_CACHE_HOME",
                                "relative",
                                "HOME",
                                cache.getParent().toString())))
                .isZero();

        assertThat(Path.of("relative")).doesNotExist();
        assertThat(cache.resolveSibling(".cache").resolve("linkage-mock")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({",,C.UTF-8", "C,C.UTF-8,", "POSIX,C.UTF-8,", "ko_KR.UTF-8,ko_KR.UTF-8,"})
    void readsNamesInUnicodeWhateverTheLocale(String given, String all, String characters) throws Exception {
        Files.writeString(
                folder.resolve("java/bin/java"),
                "#!/bin/sh\necho \"LC_ALL=${LC_ALL:-} LC_CTYPE=${LC_CTYPE:-}\" > \"$NOTES\"\n");

        assertThat(run(launcher("한글"), given == null ? Map.of() : Map.of("LC_ALL", given)))
                .isZero();
        assertThat(starts())
                .containsExactly(
                        "LC_ALL=" + (all == null ? "" : all) + " LC_CTYPE=" + (characters == null ? "" : characters));
    }

    @Test
    void endsAProcessThatIsOutOfMemory() throws Exception {
        run(launcher("one"));

        assertThat(starts()).last().asString().contains("-XX:+ExitOnOutOfMemoryError");
    }

    private Path launcher(String place) throws IOException {
        Path home = Files.createDirectory(folder.resolve(place));
        Files.writeString(home.resolve("linkage-mock.jar"), "");
        return Files.copy(Path.of("linkage-mock"), home.resolve("linkage-mock"));
    }

    private int run(Path launcher) throws Exception {
        return run(launcher, Map.of("XDG_CACHE_HOME", cache.getParent().toString()));
    }

    private int run(Path launcher, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString()).inheritIO();
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().put("NOTES", notes.toString());
        return builder.start().waitFor();
    }

    private List<String> starts() throws IOException {
        return Files.readAllLines(notes);
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.sorted().toList();
        }
    }
}
