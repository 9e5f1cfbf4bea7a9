package io.github.servicelinkage.conformance.attack;

import io.github.servicelinkage.conformance.attack.FuzzKind.Finding;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Sends the input to a mock gateway, which has to answer or to close the connection, and to live on. */
final class FuzzMock implements FuzzKind.Player {
    private static final byte[] HEALTH =
            "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_SILENCE = 10_000;

    private final StringWriter log = new StringWriter();
    private final MockGateway gateway;

    FuzzMock() {
        try {
            gateway = MockGateway.builder()
                    .patience(Duration.ofMillis(500))
                    .accessLog(new PrintWriter(log))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<String> play(byte[] input) throws Exception {
        String answer = exchange(input, true);
        boolean isScenario = new String(input, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains(MockGateway.SCENARIO_HEADER.toLowerCase(Locale.ROOT));
        if (!isScenario && !answer.isEmpty() && !answer.matches("(?s)HTTP/1\\.[01] ([1-4]\\d\\d|501|505) .*|\\x00.*")) {
            throw new Finding("answer begins with " + answer.substring(0, Math.min(20, answer.length())));
        }
        String health = exchange(HEALTH, false);
        if (!health.startsWith("HTTP/1.1 200")) {
            throw new Finding("dead: /health says " + health.lines().findFirst().orElse("nothing"));
        }
        String lines = log.toString();
        log.getBuffer().setLength(0);
        return List.of(lines);
    }

    /** All bytes that come until the connection is closed or, for a connection that may be kept, nothing more comes at once. */
    private String exchange(byte[] request, boolean kept) throws IOException, Finding {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(gateway.url().getHost(), gateway.url().getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            byte[] bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                answer.write(bytes, 0, read);
                if (kept) {
                    socket.setSoTimeout(10);
                }
            }
        } catch (SocketTimeoutException silent) {
            if (answer.size() == 0) {
                throw new Finding("neither answered nor closed");
            }
        } catch (SocketException closed) {
            // By the gateway, while the request was being sent, as with any that is too long.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
