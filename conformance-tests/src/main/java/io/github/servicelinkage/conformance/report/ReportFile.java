package io.github.servicelinkage.conformance.report;

import com.samskivert.mustache.MustacheException;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UnwrittenException;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a report whole or not at all. */
final class ReportFile {
    /** The reports of a run have some hundred kilobytes. */
    private static final int PROBE = 64 << 10;

    private ReportFile() {}

    /**
     * Writes a file beside its final place, under a name that nobody can foresee and that no link stands for, and moves it there when
     * it is complete.
     *
     * @throws UnwrittenException if it cannot be written
     */
    static void write(Path directory, String name, Content content) {
        Path file = directory.resolve(name);
        Path unfinished = directory.resolve(name + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(directory);
            try (OutputStream out =
                    Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            move(unfinished, file);
        } catch (IOException | MustacheException e) {
            delete(unfinished);
            throw new UnwrittenException(unwritable(file));
        }
    }

    /** Whoever reads the file meanwhile sees the old one or the new one, where the file system can do that. */
    private static void move(Path unfinished, Path file) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Makes the folder of reports, and tries whether reports can be written there.
     *
     * @throws UsageException if one of them cannot
     */
    static void prepare(Path directory, String... names) {
        for (String name : names) {
            if (Files.isDirectory(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(unwritable(directory.resolve(name)));
            }
        }
        try {
            Files.createDirectories(directory);
            Path probe = Files.createTempFile(directory, names[0], ".tmp");
            try {
                Files.write(probe, new byte[PROBE]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new UsageException(unwritable(directory.resolve(names[0])));
        }
    }

    private static Text unwritable(Path file) {
        return Text.of(
                "보고서를 쓸 수 없습니다: %s. --report에 쓸 수 있고 공간이 남은 폴더를 지정하십시오.",
                "The report %s cannot be written. Give --report a folder that is writable and has space left.", file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The folder is not writable, which is said already.
        }
    }

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
