package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnJarTest {
    @TempDir
    private Path folder;

    private static byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] content = new byte[10_000];
        new Random(1).nextBytes(content);
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("a/"));
            jar.putNextEntry(new ZipEntry("a/A.class"));
            jar.write(content);
        }
        return bytes.toByteArray();
    }

    private boolean isDamaged(byte[] jar) throws IOException {
        return OwnJar.isDamaged(Files.write(folder.resolve("a.jar"), jar).toFile());
    }

    @Test
    void aWholeOneIsNotDamaged() throws IOException {
        assertThat(isDamaged(jar())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void aByteIsEnough(double where) throws IOException {
        byte[] jar = jar();
        jar[(int) (jar.length * where)] ^= 1;

        assertThat(isDamaged(jar)).isTrue();
    }

    @Test
    void oneThatEndsInTheMiddleIsDamaged() throws IOException {
        assertThat(isDamaged(Arrays.copyOf(jar(), 5_000))).isTrue();
    }

    @Test
    void aFolderOfClassesIsNoJar() {
        assertThat(OwnJar.isDamaged(folder.toFile())).isFalse();
    }
}
