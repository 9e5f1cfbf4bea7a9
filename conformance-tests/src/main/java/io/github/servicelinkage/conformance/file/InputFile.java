package io.github.servicelinkage.conformance.file;

import io.github.servicelinkage.stub.file.GivenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file that a user names, which may be a pipe. */
public final class InputFile {
    private InputFile() {}

    /**
     * Opens a file for reading.
     *
     * @throws IOException if it cannot be read, or is a pipe into which nobody writes
     */
    public static InputStream open(Path file) throws IOException {
        return GivenFile.open(file);
    }
}
