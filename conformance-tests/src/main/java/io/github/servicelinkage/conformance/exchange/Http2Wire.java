package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.jspecify.annotations.Nullable;

/** One exchange over HTTP/2: a stream of its own. */
final class Http2Wire implements Wire {
    /** Fields that make a response malformed (RFC 9113 §8.2.2). */
    private static final Set<String> OF_HTTP_1_1 =
            Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

    private final Connection connection;
    private final OutgoingRequest request;
    private final Http2Frames frames;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable IncomingHead head;
    private int interim;
    private boolean begun;
    private boolean sent;
    private boolean ended;

    Http2Wire(Connection connection, OutgoingRequest request) {
        this.connection = connection;
        this.request = request;
        this.frames = connection.frames();
    }

    @Override
    public Response exchange() throws IOException, HttpException {
        send();
        while (!ended) {
            receiveNext();
        }
        IncomingHead complete = head();
        return complete.with(body(complete), connection.tlsProtocol());
    }

    @Override
    public boolean hasBegun() {
        return begun;
    }

    @Override
    public boolean keepsConnection() {
        return sent && ended && !frames.isOver();
    }

    /** What comes meanwhile is looked at: it may be the response, or leave to send more. */
    private void send() throws IOException, HttpException {
        byte[] content = request.body();
        frames.open(Http2Head.of(request), content.length == 0);
        int done = 0;
        while (done < content.length && !ended && !frames.isBroken()) {
            int more = frames.data(content, done);
            frames.flush();
            done += more;
            if (done < content.length && (more == 0 || connection.in().available() > 0)) {
                receiveNext();
            }
        }
        frames.flush();
        sent = done == content.length && !frames.isBroken();
    }

    private void receiveNext() throws IOException, HttpException {
        Optional<RawFrame> frame = frames.next();
        if (frame.isPresent()) {
            receive(frame.get());
        }
    }

    private void receive(RawFrame frame) throws IOException, HttpException {
        if (frame.isType(FrameType.RST_STREAM)) {
            // The stream was not looked at, if it says so (RFC 9113 §8.7).
            begun |= Http2Frames.code(frame) != H2Error.REFUSED_STREAM.getCode();
            throw new Unanswered(Failure.CLOSED);
        }
        begun = true;
        boolean isLast = frame.isFlagSet(FrameFlag.END_STREAM);
        if (frame.isType(FrameType.HEADERS)) {
            fields(frames.fields(frame), isLast);
        } else {
            Unanswered.malformedUnless(head != null);
            body.writeBytes(frames.content(frame, !isLast));
            if (body.size() > Limits.LONGEST_BODY) {
                throw new Unanswered(Failure.TOO_LARGE);
            }
        }
        ended = isLast;
    }

    private void fields(List<Header> fields, boolean isLast) throws Unanswered {
        if (fields.size() > Limits.MOST_FIELDS
                || fields.stream().anyMatch(field -> field.getValue().length() > Limits.LONGEST_LINE)) {
            throw new Unanswered(Failure.TOO_LARGE);
        }
        Unanswered.malformedUnless(fields.stream().allMatch(Http2Wire::isWellFormed));
        List<Header> pseudo = fields.stream().filter(Http2Wire::isPseudo).toList();
        if (head != null) {
            // Trailers, of which nothing depends.
            Unanswered.malformedUnless(isLast && pseudo.isEmpty());
            return;
        }
        Unanswered.malformedUnless(pseudo.size() == 1 && fields.get(0).getName().equals(":status"));
        String status = fields.get(0).getValue();
        Unanswered.malformedUnless(status.matches("[1-9][0-9]{2}"));
        IncomingHead next = IncomingHead.of(Integer.parseInt(status), fields.subList(1, fields.size()));
        if (next.status() == 101) {
            throw new Unanswered(Failure.SWITCHED);
        }
        if (!next.isInterim()) {
            head = next;
            if (next.contentLength() > Limits.LONGEST_BODY) {
                throw new Unanswered(Failure.TOO_LARGE);
            }
            return;
        }
        Unanswered.malformedUnless(!isLast);
        if (++interim > Limits.MOST_INTERIM) {
            throw new Unanswered(Failure.INTERIM_ONLY);
        }
    }

    /** A body is as long as its head says (RFC 9113 §8.1.1). */
    private byte[] body(IncomingHead complete) throws Unanswered {
        if (complete.hasNoBody(request.isHead())) {
            return new byte[0];
        }
        long length = complete.contentLength();
        Unanswered.malformedUnless(length < 0 || length == body.size());
        return body.toByteArray();
    }

    private IncomingHead head() throws Unanswered {
        if (head == null) {
            throw new Unanswered(Failure.MALFORMED);
        }
        return head;
    }

    private static boolean isPseudo(Header field) {
        return field.getName().startsWith(":");
    }

    private static boolean isWellFormed(Header field) {
        String name = field.getName();
        return !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 0x7F && (c < 'A' || c > 'Z'))
                && field.getValue().chars().noneMatch(c -> c == 0 || c == '\r' || c == '\n')
                && !OF_HTTP_1_1.contains(name);
    }
}
