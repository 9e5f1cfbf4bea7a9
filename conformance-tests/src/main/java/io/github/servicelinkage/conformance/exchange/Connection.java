package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.jspecify.annotations.Nullable;

/** A connection to the target, with what came over it and is not read yet. For one exchange at a time. */
final class Connection implements Closeable {
    private static final int BUFFER = 8 << 10;

    private final Socket socket;
    private final Socket tcp;
    private final boolean viaProxy;
    private final Incoming in;
    private final SessionInputBufferImpl buffer;
    private final boolean http2;
    private @Nullable Http2Frames frames;
    private boolean used;

    /**
     * A connection.
     *
     * @param socket what to read and to write
     * @param tcp what it rests on: to close that waits for nobody, while TLS first says goodbye
     * @param viaProxy whether a proxy reads the requests
     * @param http2 whether HTTP/2 is spoken on it, in place of HTTP/1.1
     */
    Connection(Socket socket, Socket tcp, boolean viaProxy, boolean http2) throws IOException {
        this.socket = socket;
        this.tcp = tcp;
        this.viaProxy = viaProxy;
        this.http2 = http2;
        this.in = new Incoming(socket.getInputStream());
        this.buffer = new SessionInputBufferImpl(BUFFER, Limits.LONGEST_LINE);
    }

    /** Begins an exchange. */
    void begin() {
        in.received = 0;
    }

    /** An exchange is over, and another may follow. */
    void end() {
        used = true;
    }

    /** Whether an exchange was carried out on it before. */
    boolean isUsed() {
        return used;
    }

    /** Whether nothing has come that nobody asked for; of HTTP/2, frames may come at any time. */
    boolean isQuiet() {
        try {
            return http2 || !buffer.hasBufferedData() && in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isHttp2() {
        return http2;
    }

    /** Whether the target chose a protocol by ALPN. */
    boolean isNegotiated() {
        return socket instanceof SSLSocket tls && !tls.getApplicationProtocol().isEmpty();
    }

    /** What reads and writes HTTP/2 on it, from its first exchange to its last. */
    Http2Frames frames() {
        if (frames == null) {
            frames = new Http2Frames(this);
        }
        return frames;
    }

    boolean isViaProxy() {
        return viaProxy;
    }

    /** Whether anything came back in this exchange. */
    boolean hasBytes() {
        return in.received > 0;
    }

    /** Whether the target has ended it. */
    boolean isAtEnd() {
        return in.atEnd;
    }

    /** Whether it was closed, or broke off without an end. */
    boolean isClosed() {
        return tcp.isClosed() || in.broken;
    }

    InputStream in() {
        return in;
    }

    SessionInputBufferImpl buffer() {
        return buffer;
    }

    /** Waits until something is there to read, and returns whether it is. */
    boolean awaitBytes(Duration longest) throws IOException {
        if (buffer.hasBufferedData()) {
            return true;
        }
        socket.setSoTimeout((int) longest.toMillis());
        try {
            buffer.fillBuffer(in);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    Optional<String> tlsProtocol() {
        return socket instanceof SSLSocket tls ? Optional.of(tls.getSession().getProtocol()) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        tcp.close();
    }

    private static final class Incoming extends FilterInputStream {
        private int received;
        private boolean atEnd;
        private boolean broken;

        Incoming(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, offset, length);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
            atEnd |= read < 0;
            received += Math.max(0, read);
            if (received > Limits.MOST_BYTES) {
                throw new Unanswered(Failure.TOO_LARGE);
            }
            return read;
        }
    }
}
