package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the client and the testing artifact put on a team's test class path. */
class ClassPathTest {
    private static final int MAX_JARS = 11;
    private static final long MAX_BYTES = 11_500_000;

    private final List<File> jars = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator))
            .map(File::new)
            .filter(entry -> entry.getName().endsWith(".jar"))
            .filter(entry -> !isOfJUnit(entry.toPath()))
            .toList();

    @Test
    void hasFewAndSmallJars() {
        assertTrue(jars.size() <= MAX_JARS, jars::toString);
        assertTrue(jars.stream().mapToLong(File::length).sum() <= MAX_BYTES, jars::toString);
    }

    @Test
    void hasNothingThatMayClashWithATeamsOwn() {
        for (String name : List.of("netty", "vertx", "yaml", "pact", "kotlin", "tika", "picocli")) {
            assertEquals(List.of(), jars.stream().filter(jar -> jar.getName().contains(name)).toList());
        }
    }

    private static boolean isOfJUnit(Path jar) {
        return List.of("junit", "opentest4j", "apiguardian", "surefire").stream()
                .anyMatch(name -> jar.getFileName().toString().contains(name));
    }
}
