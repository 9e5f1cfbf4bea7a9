package io.github.servicelinkage.conformance.proof.plain;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** HTTP/1.1 on a connection, and HTTP/1.0 for callers who speak it. */
final class PlainWire {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    PlainWire(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** A request that cannot be read as HTTP; the connection is of no use any more. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;

        private final int status;

        Unreadable(int status) {
            super(String.valueOf(status));
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The next request, or nothing where the caller has gone. */
    Optional<PlainRequest> read() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = line.split(" ");
        if (parts.length != 3 || !parts[2].startsWith("HTTP/")) {
            throw new Unreadable(400);
        }
        if (!parts[2].startsWith("HTTP/1.")) {
            throw new Unreadable(505);
        }
        List<PlainRequest.Field> fields = new ArrayList<>();
        for (String field = line(); !field.isEmpty(); field = line()) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw new Unreadable(400);
            }
            fields.add(new PlainRequest.Field(field.substring(0, colon), field.substring(colon + 1)));
        }
        PlainRequest head = new PlainRequest(parts[0], parts[1], parts[2], fields, new byte[0]);
        return Optional.of(head.withBody(body(head)));
    }

    private byte[] body(PlainRequest head) throws IOException {
        boolean chunked = head.has("Transfer-Encoding", "chunked");
        String length = head.header("Content-Length").orElse("0");
        if (chunked && head.header("Content-Length").isPresent() || !length.matches("[0-9]{1,8}")) {
            throw new Unreadable(400);
        }
        if (Integer.parseInt(length) > LARGEST_BODY) {
            throw new Unreadable(413);
        }
        if (head.has("Expect", "100-continue")) {
            out.write("HTTP/1.1 100 \r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return chunked ? chunks() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = size(line());
        while (size > 0) {
            body.writeBytes(exactly(size));
            line();
            size = size(line());
        }
        String trailer = line();
        while (!trailer.isEmpty()) {
            trailer = line();
        }
        return body.toByteArray();
    }

    private static int size(String line) throws IOException {
        String digits = line.split(";")[0].strip();
        if (!digits.matches("[0-9A-Fa-f]{1,6}")) {
            throw new Unreadable(400);
        }
        return Integer.parseInt(digits, 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
            if (line.length() > LONGEST_LINE) {
                throw new Unreadable(431);
            }
        }
        return line.toString().stripTrailing();
    }

    /** In two chunks, so that no reader may take the first one for all; to HTTP/1.0 as it is. */
    void write(PlainRequest request, PlainResponse response, boolean keep) throws IOException {
        byte[] body = response.body();
        boolean chunked = request.version().equals("HTTP/1.1") && response.status() != 204;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
        response.headers().forEach((name, value) -> field(head, name, value));
        if (chunked) {
            field(head, "transfer-encoding", "chunked");
        }
        if (!keep) {
            field(head, "connection", "close");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length + 512);
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (!request.method().equals("HEAD")) {
            if (chunked) {
                chunk(whole, body, 0, body.length / 3);
                chunk(whole, body, body.length / 3, body.length);
                whole.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                whole.writeBytes(body);
            }
        }
        out.write(whole.toByteArray());
        out.flush();
    }

    private static void field(StringBuilder head, String name, String value) {
        head.append(name).append(':').append(value).append("\r\n");
    }

    private static void chunk(ByteArrayOutputStream whole, byte[] body, int from, int to) {
        if (to > from) {
            whole.writeBytes((Integer.toHexString(to - from) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            whole.write(body, from, to - from);
            whole.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
