package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests go out to the letter, and connections are used again. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class HttpExchangerTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Request EMPTY = new Request("POST", "/x", List.of(), Optional.empty(), new byte[0]);

    private static String sent(Request request, String end) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.readTo(end);
            peer.send(OK);
        })) {
            assertThat(send(server, request).failure()).isEmpty();
            return server.received.take().replace(server.url().getAuthority(), "HOST");
        }
    }

    private static Exchange send(ScriptedServer server, Request request) {
        return new HttpExchanger(server.url(), LIMIT, Optional.empty()).send(request);
    }

    @Test
    void sendsTheUsualFieldsBeforeTheOthers() throws Exception {
        assertThat(sent(EMPTY.withBody("hé"), "hÃ©"))
                .matches("(?s)POST /base/x HTTP/1.1\r\nHost: HOST\r\nUser-Agent: linkage/[0-9][^\r]*\r\n"
                        + "Content-Length: 3\r\n\r\nhÃ©");
        assertThat(sent(EMPTY, "\r\n\r\n")).contains("Content-Length: 0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "TRACE", "HEAD", "OPTIONS"})
    void sendsNoLengthWithoutABody(String method) throws Exception {
        assertThat(sent(EMPTY.withMethod(method), "\r\n\r\n"))
                .startsWith(method + " /base/x HTTP/1.1\r\n")
                .doesNotContain("Content-Length");
        assertThat(sent(EMPTY.withMethod(method).withBody("{}"), "{}")).contains("Content-Length: 2\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//register/search", "/register%2fsearch", "/register/search;x=1", "/a/../b/./c", "/%7e?a=b&c"})
    void doesNotTouchThePath(String path) throws Exception {
        assertThat(sent(EMPTY.withPath(path), "\r\n\r\n")).startsWith("POST /base" + path + " HTTP/1.1\r\n");
    }

    @Test
    void doesNotTouchTheFields() throws Exception {
        Request request = EMPTY.withAddedHeader("apikey", " \tkey  ")
                .withAddedHeader("X-b", "1")
                .withAddedHeader("x-A", "")
                .withAddedHeader("X-B", "2");

        assertThat(sent(request, "\r\n\r\n")).endsWith("\r\napikey:  \tkey  \r\nX-b: 1\r\nx-A: \r\nX-B: 2\r\n\r\n");
    }

    @Test
    void takesAFieldInPlaceOfAUsualOne() throws Exception {
        assertThat(sent(EMPTY.withHeader("host", "elsewhere"), "\r\n\r\n"))
                .contains("host: elsewhere\r\n")
                .doesNotContain("Host:");
    }

    @Test
    void sendsWhatOrdinaryClientsDoNot() throws Exception {
        assertThat(sent(EMPTY.withVersion("HTTP/1.0"), "\r\n\r\n")).startsWith("POST /base/x HTTP/1.0\r\n");
        assertThat(sent(EMPTY.withAbsoluteTarget(), "\r\n\r\n")).startsWith("POST http://HOST/base/x HTTP/1.1\r\n");
        assertThat(sent(EMPTY.withBody("hello").chunked(), "0\r\n\r\n"))
                .contains("Transfer-Encoding: chunked\r\n")
                .doesNotContain("Content-Length")
                .endsWith("\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    }

    @Test
    void differentFramingIsADifferentRequest() {
        assertThat(EMPTY.chunked()).isNotEqualTo(EMPTY).isEqualTo(EMPTY.chunked());
        assertThat(EMPTY.chunked().withHeader("a", "b").framing().chunked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200", "POST, 204", "POST, 304"})
    void expectsNoBodyWhereThereIsNone(String method, int status) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send("HTTP/1.1 " + status + " X\r\nContent-Length: 5\r\n\r\n");
            peer.stall();
        })) {
            Exchange exchange = send(server, EMPTY.withMethod(method));

            assertThat(exchange.response().orElseThrow().status()).isEqualTo(status);
            assertThat(exchange.response().orElseThrow().body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 50})
    void sendsTheBodyAfterTheFirstContinueOrAfterAWhile(int interim) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send("HTTP/1.1 103 Early Hints\r\n\r\n");
            peer.send("HTTP/1.1 100 Continue\r\n\r\n".repeat(interim));
            peer.readTo("{}");
            peer.send(OK);
        })) {
            Exchange exchange = send(server, EMPTY.withBody("{}").withHeader("Expect", "100-continue"));

            assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
            assertThat(server.received.take()).contains("Expect: 100-continue").endsWith("\r\n\r\n");
            assertThat(server.received.take()).isEqualTo("{}");
        }
    }

    @Test
    void keepsTheBodyThatNobodyWants() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
            peer.head();
        })) {
            HttpExchanger exchanger = new HttpExchanger(server.url(), LIMIT, Optional.empty());
            Request request = EMPTY.withBody("{}").withHeader("Expect", "100-continue");

            assertThat(exchanger.send(request).response().orElseThrow().status())
                    .isEqualTo(401);
            assertThat(exchanger.send(request).response().orElseThrow().status())
                    .isEqualTo(401);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void readsAResponseThatComesBeforeTheBodyIsRead() throws Exception {
        byte[] large = "x".repeat(20 << 20).getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send("HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n");
            while (peer.socket.isConnected() && !peer.socket.isClosed()) {
                Thread.onSpinWait();
            }
        })) {
            assertThat(send(server, EMPTY.withBody(large))
                            .response()
                            .orElseThrow()
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void usesAConnectionAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            }
        })) {
            HttpExchanger exchanger = new HttpExchanger(server.url(), LIMIT, Optional.empty());
            for (int i = 0; i < 5; i++) {
                assertThat(exchanger.send(EMPTY).failure()).isEmpty();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void doesNotUseAConnectionAgainOnWhichTooManyRequestsCame() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                peer.head();
                peer.send("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            HttpExchanger exchanger = new HttpExchanger(server.url(), LIMIT, Optional.empty());
            for (int i = 1; i <= 3; i++) {
                assertThat(exchanger.send(EMPTY).failure()).isEmpty();
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }

    @Test
    void asksAgainWhereAnIdleConnectionWasClosed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send(OK);
        })) {
            HttpExchanger exchanger = new HttpExchanger(server.url(), LIMIT, Optional.empty());
            for (int i = 1; i <= 3; i++) {
                assertThat(exchanger.send(EMPTY).failure()).isEmpty();
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection: close\r\n", "connection: x, Close\r\n"})
    void doesNotUseAConnectionAgainThatIsToBeClosed(String field) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\n" + field + "Content-Length: 0\r\n\r\n");
            peer.head();
            peer.send("HTTP/1.1 500 Again\r\nContent-Length: 0\r\n\r\n");
        })) {
            HttpExchanger exchanger = new HttpExchanger(server.url(), LIMIT, Optional.empty());

            assertThat(exchanger.send(EMPTY).response().orElseThrow().status()).isEqualTo(200);
            assertThat(exchanger.send(EMPTY).response().orElseThrow().status()).isEqualTo(200);
        }
    }
}
