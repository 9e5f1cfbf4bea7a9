package io.github.servicelinkage.stub.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a body. Immutable, as long as nobody writes to an array that was passed in or handed out. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes, which are not copied. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** A text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The bytes themselves, not a copy. */
    public byte[] array() {
        return bytes;
    }

    /** The bytes read as UTF-8, with a replacement character for whatever is not. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** These bytes, then others. */
    public Bytes then(Bytes more) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, joined, bytes.length, more.bytes.length);
        return new Bytes(joined);
    }

    /** These bytes, then a text in UTF-8. */
    public Bytes then(String text) {
        return then(of(text));
    }

    /** The bytes from this index on. */
    public Bytes from(int start) {
        return new Bytes(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    /** Whether these bytes begin with others. */
    public boolean startsWith(Bytes start) {
        return length() >= start.length() && Arrays.equals(bytes, 0, start.length(), start.bytes, 0, start.length());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Shows the length only: the content may be personal. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
