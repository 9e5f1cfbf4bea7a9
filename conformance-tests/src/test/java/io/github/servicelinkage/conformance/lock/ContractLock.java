package io.github.servicelinkage.conformance.lock;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/**
 * What {@code openapi/contract.lock} says: versions and digests of spec and catalogue, and the signatures that generation gives.
 *
 * @param root folder of the parent project
 */
record ContractLock(Path root) {

    private static final String PRODUCT = "io.github.servicelinkage.";
    private static final List<String> GENERATED = List.of("client.api", "client.model", "stub.api", "stub.model");

    Path file() {
        return root.resolve("openapi/contract.lock");
    }

    List<String> lines(String renewal) {
        List<String> lines = new ArrayList<>(List.of(
                "# The contract: its versions, and what it generates. Not edited by hand; renewed by",
                "# " + renewal,
                "",
                spec().line(),
                catalogue().line(),
                "generator  openapi-generator " + generatorVersion(),
                "templates  sha256 " + digest(templates()),
                ""));
        for (String generated : GENERATED) {
            for (String type : topLevelTypes(PRODUCT + generated)) {
                lines.addAll(Signatures.of(generated + "." + type, load(PRODUCT + generated + "." + type)));
            }
        }
        return lines;
    }

    LockedVersion spec() {
        return locked("spec", "/info/version", "service-linkage.yaml");
    }

    LockedVersion catalogue() {
        return locked("catalogue", "/version", "requirements.yaml", "decisions.yaml", "sources.yaml");
    }

    /** The first of the files names the version of all. */
    private LockedVersion locked(String name, String version, String... names) {
        List<Path> files =
                Stream.of(names).map(root.resolve("openapi")::resolve).toList();
        try {
            return new LockedVersion(
                    name,
                    new YAMLMapper().readTree(files.get(0).toFile()).at(version).asText(),
                    digest(files));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Names of the types of a package, which is a folder or stands in a JAR. */
    private static List<String> topLevelTypes(String packageName) {
        URI place = URI.create(
                Objects.requireNonNull(ContractLock.class.getResource("/" + packageName.replace('.', '/')), packageName)
                        .toString());
        try {
            if (!place.getScheme().equals("jar")) {
                return topLevelTypes(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return topLevelTypes(jar.provider().getPath(place));
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<String> topLevelTypes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+\\.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Path> templates() {
        try (Stream<Path> files = Files.walk(root.resolve("openapi/templates"))) {
            return files.filter(file -> file.toString().endsWith(".mustache"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** SHA-256 over names and texts, with line ends as on Unix, so that every checkout gives the same. */
    private static String digest(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                String text = Files.readString(file).replace("\r\n", "\n");
                digest.update(
                        (files.size() == 1 ? text : file.getFileName() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String generatorVersion() {
        try {
            return XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            "/*[local-name()='project']/*[local-name()='properties']/*[local-name()='openapi-generator.version']",
                            new InputSource(root.resolve("pom.xml").toUri().toString()));
        } catch (XPathExpressionException exception) {
            throw new IllegalStateException(
                    "The version of the generator is not in the parent's properties.", exception);
        }
    }
}
