package io.github.servicelinkage.client.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The server's end of a connection.
 *
 * @param socket the socket
 */
public record Connection(Socket socket) {

    /** Responds with JSON. */
    public void json(int status, String body) throws IOException {
        respond(status, "Content-Type: application/json; charset=utf-8\r\n", body);
    }

    /** Responds with header fields of the test's choice, each ended by CRLF. */
    public void respond(int status, String fields, String body) throws IOException {
        write(whole(status, fields, body));
    }

    /** The bytes of a well-formed response. */
    public static byte[] whole(int status, String fields, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + status + " Status\r\n" + fields + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] response = java.util.Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, response, head.length, bytes.length);
        return response;
    }

    /** Writes bytes as they are. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Ends the connection the hard way: the peer sees "connection reset". */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
