package io.github.servicelinkage.conformance.exchange;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameConsts;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * The frames of a connection over HTTP/2 (RFC 9113), with what belongs to the connection as a whole: settings, windows, the state of
 * header compression. One stream is open at a time; what is to go on at the same time goes over several connections.
 */
final class Http2Frames {
    /** The library reads 16 bits of a stream's number. */
    private static final int HIGHEST_STREAM = 0xFFFF;

    private static final int PRIORITY_BYTES = 5;
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private static final Set<FrameType> OF_RESPONSE =
            EnumSet.of(FrameType.HEADERS, FrameType.DATA, FrameType.RST_STREAM);

    private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;

    private final Connection connection;
    private final FrameOutputBuffer out = new FrameOutputBuffer(FrameConsts.MIN_FRAME_SIZE);
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private final Http2Block blocks = new Http2Block();
    private final Http2Window window = new Http2Window();
    private int stream = -1;
    private boolean settled;
    private boolean ending;
    private boolean broken;

    Http2Frames(Connection connection) {
        this.connection = connection;
    }

    /** Opens the next stream with a head; nothing is sent before {@link #flush}. */
    void open(List<Header> head, boolean isWhole) throws IOException {
        if (stream < 0) {
            unsent.writeBytes(PREFACE);
            write(FRAMES.createSettings(
                    new H2Setting(H2Param.ENABLE_PUSH, 0),
                    new H2Setting(H2Param.INITIAL_WINDOW_SIZE, Limits.LONGEST_BODY + 1),
                    new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, Http2Block.LONGEST)));
            write(FRAMES.createWindowUpdate(0, Limits.LONGEST_BODY));
        }
        stream += 2;
        window.open();
        ByteArrayBuffer block = blocks.encoded(head);
        for (int sent = 0; sent < block.length(); sent += FrameConsts.MIN_FRAME_SIZE) {
            int length = Math.min(block.length() - sent, FrameConsts.MIN_FRAME_SIZE);
            ByteBuffer part = ByteBuffer.wrap(block.array(), sent, length);
            boolean isLast = sent + length == block.length();
            write(
                    sent == 0
                            ? FRAMES.createHeaders(stream, part, isLast, isWhole)
                            : FRAMES.createContinuation(stream, part, isLast));
        }
    }

    /** Sends as much of a body as may be sent now, and returns how many bytes that is. */
    int data(byte[] body, int from) throws IOException {
        int length = window.most(Math.min(body.length - from, FrameConsts.MIN_FRAME_SIZE));
        if (length > 0) {
            window.sent(length);
            write(FRAMES.createData(stream, ByteBuffer.wrap(body, from, length), from + length == body.length));
        }
        return length;
    }

    /** A target may end the connection after a response that did not need the rest: whether one came, reading tells. */
    void flush() {
        try {
            connection.out().write(unsent.toByteArray());
        } catch (IOException e) {
            broken = true;
        }
        unsent.reset();
    }

    /** Whether the target takes no more of a request, or more streams. */
    boolean isOver() {
        return broken || ending || !settled || stream + 2 > HIGHEST_STREAM;
    }

    boolean isBroken() {
        return broken;
    }

    /**
     * Reads the next frame. It is dealt with, unless it belongs to a response.
     *
     * @return the frame, if it is one of the response on the stream that is open
     */
    Optional<RawFrame> next() throws IOException {
        RawFrame frame = read();
        if (!settled && !frame.isType(FrameType.SETTINGS) && !frame.isType(FrameType.GOAWAY)) {
            throw noFrame(Failure.MALFORMED);
        }
        FrameType type = FrameType.valueOf(frame.getType());
        if (type == null) {
            return Optional.empty();
        }
        switch (type) {
            case GOAWAY -> goAway(payload(frame, 8));
            case SETTINGS -> settle(frame);
            case PING -> acknowledge(frame);
            case WINDOW_UPDATE -> widen(frame);
            case PUSH_PROMISE, CONTINUATION -> throw new Unanswered(Failure.MALFORMED);
            case HEADERS, DATA -> Unanswered.malformedUnless(frame.getStreamId() == stream);
            default -> {}
        }
        return Optional.of(frame).filter(each -> each.getStreamId() == stream && OF_RESPONSE.contains(type));
    }

    /** The fields of a head that begins with a frame, and may go on in others. */
    List<org.apache.hc.core5.http.Header> fields(RawFrame first) throws IOException, HttpException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        ByteBuffer content = content(first);
        if (first.isFlagSet(FrameFlag.PRIORITY)) {
            Unanswered.malformedUnless(content.remaining() >= PRIORITY_BYTES);
            content.position(content.position() + PRIORITY_BYTES);
        }
        append(block, content);
        boolean isWhole = first.isFlagSet(FrameFlag.END_HEADERS);
        while (!isWhole) {
            RawFrame frame = read();
            Unanswered.malformedUnless(frame.isType(FrameType.CONTINUATION) && frame.getStreamId() == stream);
            append(block, content(frame));
            isWhole = frame.isFlagSet(FrameFlag.END_HEADERS);
        }
        return blocks.decoded(block.toByteArray());
    }

    /** The bytes of a body in a frame; lets as many more come. */
    byte[] content(RawFrame frame, boolean goesOn) throws IOException {
        byte[] bytes = bytes(content(frame));
        if (frame.getLength() > 0) {
            write(FRAMES.createWindowUpdate(0, frame.getLength()));
            if (goesOn) {
                flush();
            }
        }
        return bytes;
    }

    /** A frame's error code. */
    static int code(RawFrame frame) throws Unanswered {
        return payload(frame, Integer.BYTES).getInt();
    }

    private RawFrame read() throws IOException {
        try {
            return Http2Input.read(connection.in());
        } catch (Unanswered | SSLException e) {
            throw e;
        } catch (IOException e) {
            throw noFrame(connection.isAtEnd() || connection.isClosed() ? Failure.CLOSED : Failure.MALFORMED);
        }
    }

    /** Without TLS, nobody said that HTTP/2 is spoken here before the first settings come. */
    private Unanswered noFrame(Failure otherwise) {
        boolean isPriorKnowledge = !settled && connection.tlsProtocol().isEmpty();
        return new Unanswered(isPriorKnowledge ? Failure.NO_HTTP2 : otherwise);
    }

    /** Streams above the one that it names were not looked at. */
    private void goAway(ByteBuffer payload) throws Unanswered {
        ending = true;
        if ((payload.getInt() & Integer.MAX_VALUE) < stream) {
            throw new Unanswered(Failure.CLOSED);
        }
    }

    private void settle(RawFrame frame) throws IOException {
        settled = true;
        if (frame.isFlagSet(FrameFlag.ACK)) {
            return;
        }
        Unanswered.malformedUnless(frame.getStreamId() == 0 && frame.getLength() % Http2Window.SETTING_BYTES == 0);
        window.settle(payload(frame, 0));
        write(FRAMES.createSettingsAck());
        flush();
    }

    private void acknowledge(RawFrame ping) throws IOException {
        if (!ping.isFlagSet(FrameFlag.ACK)) {
            write(FRAMES.createPingAck(payload(ping, Long.BYTES)));
            flush();
        }
    }

    private void widen(RawFrame frame) throws Unanswered {
        int more = payload(frame, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        if (frame.getStreamId() == 0) {
            window.widenConnection(more);
        } else if (frame.getStreamId() == stream) {
            window.widenStream(more);
        }
    }

    private void write(RawFrame frame) throws IOException {
        out.write(frame, unsent);
    }

    private static void append(ByteArrayOutputStream block, ByteBuffer content) throws Unanswered {
        block.writeBytes(bytes(content));
        if (block.size() > Http2Block.LONGEST) {
            throw new Unanswered(Failure.TOO_LARGE);
        }
    }

    /** What a frame holds without its padding; of an empty one the library gives nothing. */
    private static ByteBuffer content(RawFrame frame) {
        return Objects.requireNonNullElseGet(frame.getPayloadContent(), () -> ByteBuffer.allocate(0));
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    private static ByteBuffer payload(RawFrame frame, int leastBytes) throws Unanswered {
        Unanswered.malformedUnless(frame.getLength() >= leastBytes);
        return Objects.requireNonNullElseGet(frame.getPayload(), () -> ByteBuffer.allocate(0));
    }
}
