package io.github.servicelinkage.stub.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The standard output of the process, in UTF-8. A reader who has seen enough, as {@code head} does, may close it: nothing is lost that
 * anybody waits for. Thread-safe.
 */
public final class StandardOutput extends PrintWriter {
    private final Watched watched;

    /** The standard output. */
    public StandardOutput() {
        this(new Watched(new FileOutputStream(FileDescriptor.out)));
    }

    private StandardOutput(Watched watched) {
        super(new BufferedOutputStream(watched), true, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    /** Writes what is still to be written, and says whether something was lost that is missed. */
    @Override
    public boolean checkError() {
        return super.checkError() && !watched.isClosedByReader();
    }

    /** Remembers why it could not be written. */
    private static final class Watched extends FilterOutputStream {
        private volatile @Nullable String failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = e.getMessage();
                throw e;
            }
        }

        private boolean isClosedByReader() {
            return failure != null && failure.equals(closedPipe());
        }

        /** What the system says of a pipe without a reader, in whatever language. */
        private static @Nullable String closedPipe() {
            try {
                Pipe pipe = Pipe.open();
                pipe.source().close();
                try (Pipe.SinkChannel sink = pipe.sink()) {
                    sink.write(ByteBuffer.allocate(1));
                }
                return null;
            } catch (IOException e) {
                return e.getMessage();
            }
        }
    }
}
