package io.github.servicelinkage.conformance.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http2.frame.FrameConsts;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;

/**
 * Reads frames of HTTP/2. What is not known has no meaning, its flags included, and the reserved bit of a stream's number has none either
 * (RFC 9113 §4.1); the library's own reader takes padding off whatever has the flag.
 */
final class Http2Input {
    private static final int HEAD_BYTES = 9;

    private Http2Input() {}

    static RawFrame read(InputStream in) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes(in, HEAD_BYTES));
        int lengthAndType = head.getInt();
        int length = lengthAndType >>> Byte.SIZE;
        int type = lengthAndType & 0xFF;
        int flags = head.get() & 0xFF;
        int stream = head.getInt() & Integer.MAX_VALUE;
        check(length <= FrameConsts.MIN_FRAME_SIZE);
        ByteBuffer payload = ByteBuffer.wrap(bytes(in, length));
        RawFrame frame = new RawFrame(type, flags, stream, length == 0 ? null : payload);
        boolean isPadded = (type == FrameType.DATA.getValue() || type == FrameType.HEADERS.getValue())
                && frame.isFlagSet(FrameFlag.PADDED);
        // The first byte says how many at the end are padding (RFC 9113 §6.1).
        check(!isPadded || length > 0 && (payload.get(0) & 0xFF) < length);
        return frame;
    }

    private static void check(boolean isFrame) throws ProtocolException {
        if (!isFrame) {
            throw new ProtocolException();
        }
    }

    private static byte[] bytes(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
