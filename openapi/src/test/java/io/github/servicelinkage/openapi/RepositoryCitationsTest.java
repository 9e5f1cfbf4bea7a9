package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.CATALOGUE;
import static io.github.servicelinkage.openapi.ContractFiles.DECISIONS;
import static io.github.servicelinkage.openapi.ContractFiles.SOURCES;
import static io.github.servicelinkage.openapi.ContractFiles.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever meets an id in a file of the repository can look it up. */
class RepositoryCitationsTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");
    private static final Pattern ID =
            Pattern.compile("\\b(LNK-[A-Z]{2,6}-[0-9]{2}\\b|(DEC|SRC(?!-rfc\\b(?!-[0-9])))-[a-z0-9]+(-[a-z0-9]+)*)");

    /** The form of tests that ask for a requirement that is not there. */
    private static final String NO_REQUIREMENT = "LNK-NONE-01";

    /** Numbers of decisions and the name of a file that only those know who have seen them. Put together, or this file would match. */
    private static final Pattern PRIVATE = Pattern.compile("\\bD" + "([1-9]|1[0-2])\\b|service-linkage" + "\\.ko\\.md");

    private static final List<Path> FILES = new ArrayList<>();

    @BeforeAll
    static void listFiles() throws IOException, InterruptedException {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "not a checkout");
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("exit code of git ls-files").isZero();
        for (String name : names.split("\0")) {
            Path file = ROOT.resolve(name);
            if (Files.isRegularFile(file)) {
                FILES.add(file);
            }
        }
    }

    @Test
    void everyIdThatAFileCitesIsThere() throws IOException {
        Set<String> known = new HashSet<>(ids(CATALOGUE.path("requirements")));
        known.addAll(ids(DECISIONS.path("decisions")));
        known.addAll(ids(SOURCES.path("sources")));
        known.add(NO_REQUIREMENT);

        assertThat(found(ID))
                .filteredOn(citation -> !known.contains(citation.text()))
                .isEmpty();
    }

    @Test
    void noFileCitesWhatNobodyCanOpen() throws IOException {
        assertThat(found(PRIVATE)).isEmpty();
    }

    private static List<Citation> found(Pattern pattern) throws IOException {
        List<Citation> found = new ArrayList<>();
        for (Path file : FILES) {
            Matcher matcher = pattern.matcher(text(file));
            while (matcher.find()) {
                found.add(new Citation(ROOT.relativize(file), matcher.group()));
            }
        }
        return found;
    }

    /** The text of a file; nothing where it is none. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return "";
        }
    }

    /**
     * Where an id stands.
     *
     * @param file the file
     * @param text the id
     */
    private record Citation(Path file, String text) {}
}
