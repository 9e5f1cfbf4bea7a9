package io.github.servicelinkage.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team that cannot even connect is told why, and what to do. */
class FirstConnectionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "alert {0}")
    @CsvSource({
        "70, No connection came about, so nothing was judged: the target speaks neither TLS 1.2 nor TLS 1.3.",
        "116, wants a client certificate",
        "42, wants a client certificate",
        "40, the target refuses the TLS handshake",
    })
    void anAlertIsPutIntoWords(int alert, String sentence) throws IOException {
        byte[] record = {0x15, 3, 3, 0, 2, 2, (byte) alert};
        try (Answering server = new Answering(record)) {
            assertThat(reason("https", server.port())).contains(sentence);
        }
    }

    @Test
    void aPortOfTlsIsToldFromItsAnswer() throws IOException {
        try (MockGateway gateway =
                MockGateway.builder().generatedTls(folder.resolve("ca.pem")).start()) {
            assertThat(reason("http", gateway.url().getPort()))
                    .contains("The port speaks TLS. Give --url with https://.");
        }
    }

    @Test
    void aPortWithoutTlsIsToldFromItsAnswer() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            assertThat(reason("https", gateway.url().getPort()))
                    .contains("The port speaks HTTP without TLS. Give --url with http://.");
        }
    }

    @Test
    void aPortOfHttp2AloneIsToldFromItsAnswer() throws IOException {
        byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
        try (Answering server = new Answering(settings)) {
            assertThat(reason("http", server.port())).endsWith("Run with --http 2.");
        }
    }

    @Test
    void aGreetingOfAnotherProtocolIsNoResponse() throws IOException {
        try (Answering server =
                new Answering("SSH-2.0-OpenSSH_9.2\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
            assertThat(reason("http", server.port()))
                    .startsWith("The target was reached but gave no response, so nothing was judged: what came is not");
        }
    }

    @Test
    void silenceIsNoMissingConnection() throws IOException {
        try (Answering server = new Answering(new byte[0])) {
            assertThat(reason("http", server.port()))
                    .isEqualTo("The target was reached but sent no response within 1 seconds, so nothing was judged."
                            + " See why it is slow, or raise --timeout.");
        }
    }

    @Test
    void whereNothingListensTheAddressIsToBeChecked() throws IOException {
        // A port that is taken, so that nobody else gets it meanwhile, and on which nobody listens.
        try (Socket reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(reason("http", reserved.getLocalPort()))
                    .startsWith("The target cannot be reached, so nothing was judged: no connection.");
        }
    }

    private static String reason(String scheme, int port) {
        Target target = new Target(
                "gateway",
                URI.create(scheme + "://127.0.0.1:" + port + "/v1/common/member"),
                "key",
                Duration.ofSeconds(1),
                Optional.empty());
        Report report = Conformance.of(target).only("LNK-AUTH-01").run(new Listener() {});
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        return report.reason().en();
    }

    /** Gives the same bytes on each connection, and leaves it open. */
    private static final class Answering implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        Answering(byte[] answer) throws IOException {
            Thread thread = new Thread(() -> accept(answer));
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        private void accept(byte[] answer) {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread thread = new Thread(() -> give(socket, answer));
                    thread.setDaemon(true);
                    thread.start();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void give(Socket socket, byte[] answer) {
            try (socket;
                    InputStream in = socket.getInputStream()) {
                if (in.read(new byte[1024]) >= 0) {
                    socket.getOutputStream().write(answer);
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            } catch (IOException closed) {
                // The suite has seen enough.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
