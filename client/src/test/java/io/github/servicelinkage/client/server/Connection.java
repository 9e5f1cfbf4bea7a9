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

    /** Answers with JSON. */
    public void json(int status, String body) throws IOException {
        answer(status, "Content-Type: application/json; charset=utf-8\r\n", body);
    }

    /** Answers with header fields of the test's choice, each ended by CRLF. */
    public void answer(int status, String fields, String body) throws IOException {
        write(whole(status, fields, body));
    }

    /** The bytes of a well-formed answer. */
    public static byte[] whole(int status, String fields, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + status + " Status\r\n" + fields + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] answer = java.util.Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, answer, head.length, bytes.length);
        return answer;
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
