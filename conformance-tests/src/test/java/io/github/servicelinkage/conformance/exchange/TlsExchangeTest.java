package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates and host names are verified, whatever else is wrong. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class TlsExchangeTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Request REQUEST = new Request("GET", "/x", List.of(), Optional.empty(), new byte[0]);

    @TempDir
    private static Path folder;

    private static Path caFile;
    private static MockGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        caFile = folder.resolve("ca.pem");
        gateway = MockGateway.builder().generatedTls(caFile).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void trustsTheFileOfCertificates() {
        HttpExchanger exchanger = new HttpExchanger(gateway.url(), LIMIT, Optional.of(caFile));
        for (int i = 0; i < 3; i++) {
            Exchange exchange = exchanger.send(REQUEST);

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.response().orElseThrow().tlsProtocol()).contains("TLSv1.3");
        }
    }

    @Test
    void trustsNobodyElse() {
        assertThat(failure(gateway.url(), Optional.empty(), LIMIT)).contains(Failure.TLS);
    }

    /** By way of a proxy, every name leads to the gateway. */
    @ParameterizedTest
    @CsvSource({"localhost, true", "gateway.example, false"})
    void verifiesTheNameOfTheHost(String name, boolean isTrusted) throws IOException {
        URI url = URI.create("https://" + name + ":" + gateway.url().getPort() + "/v1");
        ProxySelector usual = ProxySelector.getDefault();
        try (ScriptedServer proxy = new ScriptedServer(TlsExchangeTest::tunnel)) {
            ProxySelector.setDefault(ProxySelector.of(
                    new InetSocketAddress("127.0.0.1", proxy.url().getPort())));

            Optional<Failure> failure = failure(url, Optional.of(caFile), LIMIT);

            assertThat(failure).isEqualTo(isTrusted ? Optional.empty() : Optional.of(Failure.TLS));
            assertThat(proxy.received.peek())
                    .startsWith("CONNECT " + name + ":" + gateway.url().getPort());
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private static void tunnel(ScriptedServer.Peer peer) throws IOException {
        peer.head();
        peer.send("HTTP/1.1 200 OK\r\n\r\n");
        try (Socket behind = new Socket("127.0.0.1", gateway.url().getPort())) {
            Thread back = new Thread(() -> {
                try {
                    behind.getInputStream().transferTo(peer.socket.getOutputStream());
                } catch (IOException closed) {
                    // One of the sides is done.
                }
            });
            back.setDaemon(true);
            back.start();
            peer.socket.getInputStream().transferTo(behind.getOutputStream());
        }
    }

    @Test
    void theTimeLimitCoversTheHandshake() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Peer::stall)) {
            URI silent = URI.create(server.url().toString().replaceFirst("http:", "https:"));

            assertThat(failure(silent, Optional.of(caFile), Duration.ofMillis(300)))
                    .contains(Failure.TIMEOUT);
        }
    }

    @Test
    void aServerWithoutTlsIsNamed() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
            peer.stall();
        })) {
            URI plain = URI.create(server.url().toString().replaceFirst("http:", "https:"));

            assertThat(failure(plain, Optional.of(caFile), LIMIT)).contains(Failure.NO_TLS);
        }
    }

    private static Optional<Failure> failure(URI url, Optional<Path> caFile, Duration limit) {
        return new HttpExchanger(url, limit, caFile).send(REQUEST).failure();
    }
}
