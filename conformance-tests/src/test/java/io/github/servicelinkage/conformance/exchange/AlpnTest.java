package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of HTTP is spoken over TLS, and what is said where there is none for both sides. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class AlpnTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Request REQUEST =
            new Request("POST", "/x", List.of(), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path folder;

    private static TestStore store;

    @BeforeAll
    static void certificate() throws Exception {
        store = TestStore.make(folder);
    }

    /** Speaks what was agreed on. */
    private static ScriptedServer server(Consumer<SSLParameters> more, String... protocols) throws Exception {
        SSLServerSocket socket = (SSLServerSocket)
                store.context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols);
        more.accept(parameters);
        socket.setSSLParameters(parameters);
        return new ScriptedServer(socket, peer -> {
            if (peer.readTo("{}").startsWith("PRI")) {
                peer.send(Http2Peer.settings());
                peer.send(Http2Peer.head(Http2Peer.END_STREAM, Http2Peer.STATUS_200));
                peer.stall();
            }
            do {
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            } while (!peer.readTo("{}").isEmpty());
        });
    }

    private static HttpExchanger exchanger(ScriptedServer server, HttpVersion version) {
        URI url = URI.create(server.url().toString().replaceFirst("http:", "https:"));
        return new HttpExchanger(url, LIMIT, Optional.of(store.caFile()), version);
    }

    @ParameterizedTest
    @CsvSource({
        "NEGOTIATED, h2 http/1.1, HTTP/2",
        "NEGOTIATED, h2, HTTP/2",
        "NEGOTIATED, http/1.1, HTTP/1.1",
        "NEGOTIATED, '', HTTP/1.1",
        "HTTP_1_1, h2 http/1.1, HTTP/1.1",
        "HTTP_1_1, '', HTTP/1.1",
        "HTTP_2, h2 http/1.1, HTTP/2",
        "HTTP_2, h2, HTTP/2"
    })
    void speaksWhatBothKnow(HttpVersion version, String known, String spoken) throws Exception {
        try (ScriptedServer server = server(parameters -> {}, protocols(known))) {
            Exchange exchange = exchanger(server, version).send(REQUEST);

            assertThat(exchange.failure()).isEmpty();
            assertThat(exchange.request().framing().version()).isEqualTo(spoken);
            assertThat(exchange.response().orElseThrow().tlsProtocol()).contains("TLSv1.3");
            assertThat(server.received.take()).startsWith(spoken.equals("HTTP/2") ? "PRI * HTTP/2.0" : "POST");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_1_1, h2, HTTP2_ONLY",
        "HTTP_2, http/1.1, NO_HTTP2",
        "HTTP_2, '', NO_HTTP2",
        "NEGOTIATED, h3, HTTP2_ONLY"
    })
    void namesWhatTheTargetDoesNotKnow(HttpVersion version, String known, Failure failure) throws Exception {
        try (ScriptedServer server = server(parameters -> {}, protocols(known))) {
            assertThat(exchanger(server, version).send(REQUEST).failure()).contains(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({"NEGOTIATED, h2 http/1.1, ", "NEGOTIATED, h2, HTTP2_ONLY", "HTTP_2, h2 http/1.1, HTTP2_ONLY"})
    void whatHttp2CannotCarryTakesHttp1OrNothing(HttpVersion version, String known, Failure failure) throws Exception {
        List<Request> impossible = List.of(
                REQUEST.withVersion("HTTP/1.0"),
                REQUEST.withAbsoluteTarget(),
                REQUEST.withHeader("Expect", "100-continue"),
                REQUEST.withHeader("Connection", "close"),
                REQUEST.withHeader("TE", "trailers"),
                REQUEST.withHeader("apikey", " key"),
                REQUEST.withHeader("apikey", "key\t"),
                REQUEST.withHeader("a b", "c"),
                REQUEST.withHeader("Content-Length", "1"),
                REQUEST.withHeader("Host", "a").withAddedHeader("Host", "b"));
        try (ScriptedServer server = server(parameters -> {}, protocols(known))) {
            HttpExchanger exchanger = exchanger(server, version);
            assertThat(exchanger.send(REQUEST).failure()).isEmpty();
            for (Request request : impossible) {
                Exchange exchange = exchanger.send(request);

                assertThat(exchange.failure()).isEqualTo(Optional.ofNullable(failure));
                assertThat(exchange.isImpossible()).isEqualTo(failure != null);
                assertThat(exchange.request()).isEqualTo(request);
            }
        }
    }

    @Test
    void aTargetThatWantsACertificateIsNamed() throws Exception {
        for (String protocol : List.of("h2", "http/1.1")) {
            try (ScriptedServer server = server(parameters -> parameters.setNeedClientAuth(true), protocol)) {
                assertThat(exchanger(server, HttpVersion.NEGOTIATED)
                                .send(REQUEST)
                                .failure())
                        .contains(Failure.CLIENT_CERTIFICATE);
            }
        }
    }

    private static String[] protocols(String known) {
        return known.isEmpty() ? new String[0] : known.split(" ");
    }
}
