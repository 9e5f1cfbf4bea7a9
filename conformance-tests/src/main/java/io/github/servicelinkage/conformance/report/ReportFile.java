package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a report whole or not at all. */
final class ReportFile {
    private ReportFile() {}

    /**
     * Writes a file beside its final place, and moves it there when it is complete.
     *
     * @throws UsageException if it cannot be written
     */
    static void write(Path directory, String name, Content content) {
        Path file = directory.resolve(name);
        Path unfinished = directory.resolve(name + ".tmp");
        try {
            Files.createDirectories(directory);
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                content.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(unfinished);
            throw unwritable(file);
        }
    }

    /**
     * Makes the folder of reports, and tries whether a report can be written there.
     *
     * @throws UsageException if it cannot
     */
    static void prepare(Path directory, String name) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, name, ".tmp"));
        } catch (IOException e) {
            throw unwritable(directory.resolve(name));
        }
    }

    private static UsageException unwritable(Path file) {
        return new UsageException(Text.of(
                "보고서를 쓸 수 없습니다: %s. --report에 쓸 수 있고 공간이 남은 폴더를 지정하십시오.",
                "The report %s cannot be written. Give --report a folder that is writable and has space left.", file));
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
