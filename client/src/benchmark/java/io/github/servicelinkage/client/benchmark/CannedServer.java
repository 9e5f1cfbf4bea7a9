package io.github.servicelinkage.client.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Responds to every request with the same bytes, and allocates nothing for it: what is measured is the client. */
final class CannedServer implements AutoCloseable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    private final byte[] response;

    CannedServer(String json) throws IOException {
        response = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.UTF_8);
        daemon(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1/common/member");
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        byte[] buffer = new byte[8192];
        try (socket;
                InputStream in = socket.getInputStream()) {
            int filled = 0;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer, filled, buffer.length - filled)) {
                filled += read;
                if (filled == whole(buffer, filled)) {
                    socket.getOutputStream().write(response);
                    filled = 0;
                }
            }
        } catch (IOException gone) {
            // The client has closed the connection.
        }
    }

    /** How long the request is, -1 as long as its head is not complete. */
    private static int whole(byte[] buffer, int filled) {
        int length = 0;
        for (int i = 0; i + 3 < filled; i++) {
            if (buffer[i] == '\n' && startsWith(buffer, i + 1, filled)) {
                int digit = i + 1 + LENGTH.length;
                while (buffer[digit] == ' ') {
                    digit++;
                }
                for (length = 0; buffer[digit] >= '0' && buffer[digit] <= '9'; digit++) {
                    length = 10 * length + buffer[digit] - '0';
                }
            }
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i + 4 + length;
            }
        }
        return -1;
    }

    private static boolean startsWith(byte[] buffer, int from, int filled) {
        if (from + LENGTH.length > filled) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase((char) buffer[from + i]) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
