package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/** One exchange over HTTP/1.1. */
final class Http1Wire implements Wire {
    private static final Duration LONGEST_WAIT_FOR_CONTINUE = Duration.ofSeconds(1);
    /** A socket takes this much at once; of more, a target may want to read nothing before it responds. */
    private static final int SENT_AT_ONCE = 32 << 10;

    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(Limits.MOST_FIELDS + 1)
            .setMaxLineLength(Limits.LONGEST_LINE)
            .build();

    private final Connection connection;
    private final OutgoingRequest request;
    private final DefaultHttpResponseParser parser =
            new DefaultHttpResponseParser(CONFIG, new StrictStatusLine(), null);
    private int interim;
    private volatile boolean sent;
    private boolean delimited = true;

    Http1Wire(Connection connection, OutgoingRequest request) {
        this.connection = connection;
        this.request = request;
    }

    @Override
    public Response exchange() throws IOException, HttpException {
        Optional<IncomingHead> early = send();
        IncomingHead head = early.isPresent() ? early.get() : finalHead();
        byte[] body = body(head);
        delimited &= head.keepsConnection() && !connection.isAtEnd();
        return head.with(body, connection.tlsProtocol());
    }

    @Override
    public boolean hasBegun() {
        return connection.hasBytes();
    }

    @Override
    public boolean keepsConnection() {
        return sent && delimited && request.keepsConnection();
    }

    /** Returns the final response, if it came before the body was asked for. */
    private Optional<IncomingHead> send() throws IOException, HttpException {
        byte[] head = request.head(connection.isViaProxy());
        if (request.expectsContinue()) {
            connection.out().write(head);
            Optional<IncomingHead> early = beforeBody();
            if (early.isEmpty()) {
                write(request.body());
            }
            return early;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(request.body());
        write(whole.toByteArray());
        return Optional.empty();
    }

    private void write(byte[] bytes) {
        if (bytes.length <= SENT_AT_ONCE) {
            writeNow(bytes);
        } else {
            Thread thread = new Thread(() -> writeNow(bytes), "linkage-send");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** A target may end the connection after a response that did not need the rest: whether one came, reading tells. */
    private void writeNow(byte[] bytes) {
        try {
            connection.out().write(bytes);
            sent = true;
        } catch (IOException e) {
            sent = false;
        }
    }

    private Optional<IncomingHead> beforeBody() throws IOException, HttpException {
        while (connection.awaitBytes(LONGEST_WAIT_FOR_CONTINUE)) {
            IncomingHead head = head();
            if (head.status() == 100) {
                return Optional.empty();
            }
            if (!head.isInterim()) {
                return Optional.of(head);
            }
        }
        return Optional.empty();
    }

    private IncomingHead finalHead() throws IOException, HttpException {
        IncomingHead head = head();
        while (head.isInterim()) {
            head = head();
        }
        return head;
    }

    private IncomingHead head() throws IOException, HttpException {
        ClassicHttpResponse response = parser.parse(connection.buffer(), connection.in());
        if (response == null || connection.isAtEnd()) {
            throw new Unanswered(Failure.CLOSED);
        }
        IncomingHead head = IncomingHead.of(response);
        if (head.status() == 101) {
            throw new Unanswered(Failure.SWITCHED);
        }
        if (head.isInterim() && ++interim > Limits.MOST_INTERIM) {
            throw new Unanswered(Failure.INTERIM_ONLY);
        }
        return head;
    }

    private byte[] body(IncomingHead head) throws IOException {
        if (head.hasNoBody(request.isHead())) {
            return new byte[0];
        }
        if (head.isChunked()) {
            return chunks();
        }
        long length = head.contentLength();
        if (length > Limits.LONGEST_BODY) {
            throw new Unanswered(Failure.TOO_LARGE);
        }
        if (length >= 0) {
            return read(new ContentLengthInputStream(connection.buffer(), connection.in(), length));
        }
        delimited = false;
        return read(new IdentityInputStream(connection.buffer(), connection.in()));
    }

    /** The library takes some of the ends that come too early for the end of the body, and some for malformed chunks. */
    private byte[] chunks() throws IOException {
        try {
            byte[] body = read(new ChunkedInputStream(connection.buffer(), connection.in(), CONFIG));
            if (!connection.isAtEnd()) {
                return body;
            }
        } catch (MalformedChunkCodingException e) {
            if (!connection.isAtEnd()) {
                throw e;
            }
        }
        throw new Unanswered(Failure.CLOSED);
    }

    private static byte[] read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(Limits.LONGEST_BODY + 1);
        if (body.length > Limits.LONGEST_BODY) {
            throw new Unanswered(Failure.TOO_LARGE);
        }
        return body;
    }

    /** One digit each for the version's parts, three for the status (RFC 9112 §4); the library takes any number, and fails at some. */
    private static final class StrictStatusLine extends LazyLaxLineParser {
        private static final Pattern FORM =
                Pattern.compile("\\s*+HTTP/[0-9]\\.[0-9]\\s++[1-9][0-9]{2}(?:\\s.*+)?+", Pattern.DOTALL);

        @Override
        public StatusLine parseStatusLine(CharArrayBuffer line) throws ParseException {
            if (!FORM.matcher(line).matches()) {
                throw new ParseException("Not a status line");
            }
            return super.parseStatusLine(line);
        }
    }
}
