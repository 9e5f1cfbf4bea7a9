package io.github.servicelinkage.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of HTTP/2, for servers that say it to the letter, right or wrong. */
final class Http2Peer {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    /** The indexed field {@code :status: 200} of the static table. */
    static final byte[] STATUS_200 = {(byte) 0x88};

    private Http2Peer() {}

    static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    static byte[] settings() {
        return frame(SETTINGS, 0, 0, new byte[0]);
    }

    static byte[] head(int flags, byte[]... fields) {
        return frame(HEADERS, flags | END_HEADERS, 1, all(fields));
    }

    static byte[] data(int flags, String text) {
        return frame(DATA, flags, 1, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A field, literally; a short one. */
    static byte[] field(String name, String value) {
        return all(
                new byte[] {0, (byte) name.length()},
                name.getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {(byte) value.length()},
                value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Numbers of four bytes each, as RST_STREAM, GOAWAY and WINDOW_UPDATE have them. */
    static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    static byte[] all(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] repeated(byte[] part, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Reads a request whose body is {@code {}}, and begins to respond. */
    static void begin(ScriptedServer.Peer peer) throws IOException {
        peer.readTo("{}");
        peer.send(settings());
    }
}
