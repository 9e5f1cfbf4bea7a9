package io.github.servicelinkage.conformance.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The file that the kit runs from. A JVM does not look whether it is whole; what is damaged shows as some failure somewhere else. */
final class OwnJar {
    private OwnJar() {}

    /** Whether it is not as it was built; takes a part of a second, so it is asked only when something has gone wrong. */
    static boolean isDamaged() {
        CodeSource source = Linkage.class.getProtectionDomain().getCodeSource();
        try {
            return source != null && isDamaged(new File(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            return false;
        }
    }

    /** Whether a file is no JAR, or a part of it differs from its checksum; of anything but a file, never. */
    static boolean isDamaged(File file) {
        if (!file.isFile()) {
            return false;
        }
        try (ZipFile jar = new ZipFile(file)) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (crc(jar.getInputStream(entry)) != entry.getCrc()) {
                    return true;
                }
            }
            return false;
        } catch (IOException | RuntimeException damaged) {
            return true;
        }
    }

    private static long crc(InputStream entry) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(entry, new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }
}
