package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers without a key who send large bodies and do not end them, against a gateway with the heap that the launcher gives it. */
@Timeout(60)
class SmallHeapTest {
    private static final int CALLERS = 150;
    private static final int BYTES = 1 << 20;

    @Test
    void putsOffBodiesThatItHasNoMemoryFor() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        "-Xmn64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port=0",
                        "--lang=en")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Socket> callers = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String ready = output.readLine();
            URI url = URI.create(ready.substring(ready.indexOf("http")));
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(unfinished(url));
            }

            assertThat(callers.stream().filter(SmallHeapTest::isRefused)).hasSizeGreaterThan(CALLERS / 2);
            try (Socket operator = new Socket(url.getHost(), url.getPort())) {
                operator.setSoTimeout(10_000);
                operator.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: mock\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(response(operator)).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
            process.destroyForcibly();
        }
    }

    private static Socket unfinished(URI url) throws IOException {
        Socket caller = new Socket(url.getHost(), url.getPort());
        caller.setSoTimeout(200);
        try {
            caller.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: mock\r\nContent-Length: " + BYTES + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            caller.getOutputStream().write(new byte[BYTES - 1]);
        } catch (IOException e) {
            // It may hang up in the middle.
        }
        return caller;
    }

    /** Responded to or disconnected; a disconnection in the middle of the body can cost the caller the response. */
    private static boolean isRefused(Socket caller) {
        try {
            response(caller);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String response(Socket caller) throws IOException {
        return new String(caller.getInputStream().readNBytes(20), StandardCharsets.UTF_8);
    }
}
