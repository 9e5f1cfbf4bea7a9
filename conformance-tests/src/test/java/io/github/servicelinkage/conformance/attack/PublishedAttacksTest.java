package io.github.servicelinkage.conformance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published table counts the attacks that there are. */
class PublishedAttacksTest {
    private static final Path FOLDER = Path.of("src/attack");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\| \\[(.+)]\\(\\1\\) \\| (\\d+) \\| (\\d+) \\|$");
    private static final int TRIED = 2;
    private static final int HELD = 3;

    @Test
    void countsEachFile() throws IOException {
        assertThat(column(TRIED))
                .as("tried, in src/attack/README.md: raise the numbers when you add attacks")
                .isEqualTo(attacks());
    }

    /** An attack that does not hold fails the profile, and is mended before it is published. */
    @Test
    void saysThatAllHeld() throws IOException {
        assertThat(column(HELD)).isEqualTo(column(TRIED));
    }

    @Test
    void noAttackStandsTwiceInAFile() throws IOException {
        for (String file : attacks().keySet()) {
            assertThat(Attack.of(file).map(Attack::toString)).as(file).doesNotHaveDuplicates();
        }
    }

    private static Map<String, Integer> column(int group) throws IOException {
        Map<String, Integer> column = new TreeMap<>();
        ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .forEach(row -> column.put(row.group(1), Integer.parseInt(row.group(group))));
        return column;
    }

    private static Map<String, Integer> attacks() throws IOException {
        Map<String, Integer> attacks = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .forEach(file -> attacks.put(file, (int) Attack.of(file).count()));
        }
        return attacks;
    }
}
