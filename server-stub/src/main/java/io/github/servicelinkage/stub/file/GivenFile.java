package io.github.servicelinkage.stub.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file that a user names, which may be a pipe: to open one of which nobody has the other end waits for somebody, without an end. Once
 * it is open, its writer may take his time.
 */
public final class GivenFile {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    private GivenFile() {}

    /**
     * Opens a file for reading.
     *
     * @throws FileSystemException if it does not exist, is no file, or is a pipe into which nobody writes
     */
    public static InputStream open(Path file) throws IOException {
        return open(file, LONGEST_WAIT);
    }

    static InputStream open(Path file, Duration longestWait) throws IOException {
        if (Files.isRegularFile(file)) {
            return Files.newInputStream(file);
        }
        CompletableFuture<InputStream> opened = new CompletableFuture<>();
        // Nothing can interrupt it, so it is left behind, and must not keep the JVM.
        Thread opener = new Thread(() -> complete(opened, file), "open-file");
        opener.setDaemon(true);
        opener.start();
        try {
            return opened.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            opened.cancel(false);
            throw new FileSystemException(file.toString(), null, "nobody writes into this pipe");
        } catch (InterruptedException e) {
            opened.cancel(false);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            }
            throw new IOException(e.getCause());
        }
    }

    /** Opens it; where nobody waits any longer, closes it again. */
    private static void complete(CompletableFuture<InputStream> opened, Path file) {
        try {
            InputStream in = Files.newInputStream(file);
            if (!opened.complete(in)) {
                in.close();
            }
        } catch (IOException | RuntimeException e) {
            opened.completeExceptionally(e);
        }
    }
}
