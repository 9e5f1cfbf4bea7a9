package io.github.servicelinkage.stub.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class GivenFileTest {
    @TempDir
    private Path folder;

    @Test
    void opensAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");

        try (InputStream in = GivenFile.open(file)) {
            assertThat(in).hasContent("text");
        }
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> GivenFile.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readsFromAPipeThatHasAWriter() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(pipe));

        try (InputStream in = GivenFile.open(pipe)) {
            assertThat(in).hasContent("text");
        }
        written.join();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotWaitForAWriterWhoNeverComes() throws Exception {
        Path pipe = pipe();

        assertThatThrownBy(() -> GivenFile.open(pipe, Duration.ofMillis(200)))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(pipe + ": nobody writes into this pipe");

        // Whoever comes later finds that nobody reads, and the thread that waited ends.
        try (OutputStream late = Files.newOutputStream(pipe)) {
            assertThatThrownBy(() -> writeWithoutEnd(late)).isInstanceOf(IOException.class);
        }
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static void writeWithoutEnd(OutputStream out) throws IOException {
        while (true) {
            out.write(0);
        }
    }

    private static void write(Path pipe) {
        try {
            Files.writeString(pipe, "text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
