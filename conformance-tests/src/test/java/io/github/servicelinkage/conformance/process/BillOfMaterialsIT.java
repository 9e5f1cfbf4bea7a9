package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JAR that carries libraries says which. */
class BillOfMaterialsIT {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    @BeforeEach
    void onlyAnOnlineBuildHasOne() {
        assumeFalse(
                "offline: true".equals(System.getProperty("maven.mode")),
                "CycloneDX's plugin does nothing in an offline build");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conformance-tests/target/linkage.jar", "server-stub/target/linkage-mock.jar"})
    void itNamesEveryLibraryInside(String path) throws IOException {
        try (JarFile jar = new JarFile(ROOT.resolve(path).toFile())) {
            Set<String> inside = librariesInside(jar);

            assertThat(inside).hasSizeGreaterThan(30);
            assertThat(named(bill(jar))).containsAll(inside);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"conformance-tests/target/linkage.jar", "server-stub/target/linkage-mock.jar"})
    void itSaysWhereItIsAndChangesWithItsContentsAlone(String path) throws IOException {
        try (JarFile jar = new JarFile(ROOT.resolve(path).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".cdx.json")))
                    .containsExactly(location(jar));
            assertThat(bill(jar).at("/metadata/timestamp").isMissingNode()).isTrue();
        }
    }

    private static JsonNode bill(JarFile jar) throws IOException {
        return new ObjectMapper().readTree(jar.getInputStream(jar.getEntry(location(jar))));
    }

    private static String location(JarFile jar) throws IOException {
        return jar.getManifest().getMainAttributes().getValue("Sbom-Location");
    }

    private static Set<String> named(JsonNode bill) {
        return Stream.concat(
                        Stream.of(bill.at("/metadata/component")),
                        StreamSupport.stream(bill.path("components").spliterator(), false))
                .map(component -> component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The file names of those libraries on this test's class path of which the JAR has all classes. */
    private static Set<String> librariesInside(JarFile jar) throws IOException {
        Set<String> inside = new TreeSet<>();
        for (String library : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (library.endsWith(".jar")) {
                List<String> classes = classes(library);
                if (!classes.isEmpty() && classes.stream().allMatch(name -> jar.getEntry(name) != null)) {
                    inside.add(Path.of(library).getFileName().toString());
                }
            }
        }
        return inside;
    }

    private static List<String> classes(String library) throws IOException {
        try (JarFile jar = new JarFile(library)) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                    .toList();
        }
    }
}
