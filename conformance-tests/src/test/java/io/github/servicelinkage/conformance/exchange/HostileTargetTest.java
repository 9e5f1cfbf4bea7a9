package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a target sends, an exchange ends, and says how. In threads of their own: no interruption ends the waiting on a socket. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTargetTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT_LIMIT = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String HELLO = OK + "Content-Length: 5\r\n\r\nhello";
    private static final Request REQUEST =
            new Request("POST", "/x", List.of(), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));

    private static Exchange exchange(Duration limit, ScriptedServer.Script script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return new HttpExchanger(server.url(), limit, Optional.empty()).send(REQUEST);
        }
    }

    static final List<String> GOOD = List.of(
            HELLO,
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + HELLO,
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + HELLO,
            "HTTP/1.1 102 Processing\r\n\r\n" + HELLO,
            OK + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
            OK + "Content-Length: 5, 5\r\n\r\nhello",
            OK + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nTrailer: x\r\n\r\n",
            "HTTP/1.0 200 OK\r\n\r\nhello",
            OK + "Connection: close\r\n\r\nhello",
            "HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello",
            OK + "X: a\r\n folded\r\nContent-Length: 5\r\n\r\nhello",
            OK + "X: " + "y".repeat(200_000) + "\r\nContent-Length: 5\r\n\r\nhello",
            OK + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
            OK + "Content-Encoding: br\r\nContent-Length: 5\r\n\r\nhello");

    @ParameterizedTest
    @FieldSource("GOOD")
    void readsTheFinalResponse(String sent) throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            peer.readTo("{}");
            peer.send(sent);
        });

        assertThat(exchange.failure()).isEmpty();
        assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
        assertThat(exchange.response().orElseThrow().text()).isEqualTo("hello");
        assertThat(exchange.elapsed()).isPositive();
    }

    static Stream<Arguments> bad() {
        String interim = "HTTP/1.1 100 Continue\r\n\r\n";
        return Stream.concat(
                Stream.of(
                                OK + "Content-Length: 9223372036854775808\r\n\r\n",
                                OK + "Content-Length: abc\r\n\r\n",
                                OK + "Content-Length: 0x10\r\n\r\n",
                                OK + "Content-Length:\r\n\r\n",
                                OK + "Content-Length: -1\r\n\r\n",
                                OK + "Content-Length: +5\r\n\r\nhello",
                                OK + "Content-Length: 5,\r\n\r\nhello",
                                OK + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                                OK + "Transfer-Encoding: gzip\r\n\r\nhello",
                                OK + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
                                OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
                                OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n",
                                OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
                                "<html>HTTP/0.9</html>\r\n",
                                "SSH-2.0-OpenSSH_9.6\r\n",
                                "HTTP/1.1 0 None\r\n\r\n",
                                "HTTP/1.1 000 None\r\n\r\n",
                                "HTTP/1.1 099 None\r\n\r\n",
                                "HTTP/1.1 -1 None\r\n\r\n",
                                "HTTP/1.1 20 Short\r\n\r\n",
                                "HTTP/1.1 2000 Long\r\n\r\n",
                                "HTTP/1.1 +200 Signed\r\n\r\n",
                                "HTTP/1.1 2x0 Letter\r\n\r\n",
                                "HTTP/1.1 200OK\r\n\r\n",
                                "HTTP/1.-1 00\r\n\r\n",
                                "HTTP/1.-1 200 OK\r\n\r\n",
                                "HTTP/-1.1 200 OK\r\n\r\n",
                                "HTTP/1. 200 OK\r\n\r\n",
                                "HTTP/.1 200 OK\r\n\r\n",
                                "HTTP/1 200 OK\r\n\r\n",
                                "HTTP/1.+1 200 OK\r\n\r\n",
                                "HTTP/1.2147483648 200 OK\r\n\r\n",
                                "HTTP/99999999999.1 200 OK\r\n\r\n",
                                "HTTP/1.99999999999 200 OK\r\n\r\n",
                                OK + "no colon\r\n\r\n",
                                OK + ": no name\r\n\r\n",
                                "\u0000\u0001\u0002\r\n\r\n")
                        .map(sent -> Arguments.of(Failure.MALFORMED, sent)),
                Stream.of(
                        Arguments.of(Failure.SWITCHED, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
                        Arguments.of(Failure.INTERIM_ONLY, interim.repeat(500)),
                        Arguments.of(Failure.CLOSED, ""),
                        Arguments.of(Failure.CLOSED, interim),
                        Arguments.of(Failure.CLOSED, OK),
                        Arguments.of(Failure.CLOSED, OK + "Content-Length: 5\r\n"),
                        Arguments.of(Failure.CLOSED, OK + "Content-Length: 10\r\n\r\nhello"),
                        Arguments.of(Failure.CLOSED, OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel"),
                        Arguments.of(Failure.CLOSED, OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello"),
                        Arguments.of(Failure.CLOSED, OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"),
                        Arguments.of(Failure.CLOSED, OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"),
                        Arguments.of(Failure.TOO_LARGE, OK + "Content-Length: 9223372036854775807\r\n\r\n"),
                        Arguments.of(Failure.TOO_LARGE, OK + "X: y\r\n".repeat(201)),
                        Arguments.of(Failure.TOO_LARGE, OK + ("X: " + "y".repeat(200_000) + "\r\n").repeat(50)),
                        Arguments.of(Failure.TOO_LARGE, OK + "X: " + "y".repeat(300_000))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void namesWhatIsNoResponse(Failure expected, String sent) throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            peer.readTo("{}");
            peer.send(sent);
            peer.socket.shutdownOutput();
            peer.stall();
        });

        assertThat(exchange.failure()).contains(expected);
    }

    @ParameterizedTest
    @FieldSource("ENDLESS")
    void endlessResponsesAreTooLarge(String start, String again) throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            peer.head();
            peer.send(start);
            while (true) {
                peer.send(again.repeat(1000));
            }
        });

        assertThat(exchange.failure()).contains(Failure.TOO_LARGE);
    }

    static final List<Arguments> ENDLESS = List.of(
            Arguments.of(OK + "X: ", "yyyyyyyyyy"),
            Arguments.of(OK, "X: y\r\n"),
            Arguments.of(OK + "X: y\r\n", " folded\r\n"),
            Arguments.of(OK + "\r\n", "body body "),
            Arguments.of(OK + "Transfer-Encoding: chunked\r\n\r\n80000000\r\n", "body body "),
            Arguments.of(OK + "Transfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n"),
            Arguments.of(OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X: y\r\n"),
            Arguments.of(OK + "Transfer-Encoding: chunked\r\n\r\n", "5;"));

    @ParameterizedTest
    @FieldSource("STALLING")
    void theTimeLimitCoversTheWholeResponse(String start) throws IOException {
        Exchange exchange = exchange(SHORT_LIMIT, peer -> {
            peer.head();
            peer.send(start);
            peer.stall();
        });

        assertThat(exchange.failure()).contains(Failure.TIMEOUT);
        assertThat(exchange.elapsed()).isBetween(SHORT_LIMIT, LIMIT);
    }

    @ParameterizedTest
    @FieldSource("STALLING")
    void theTimeLimitIsNoLimitOfASingleByte(String start) throws IOException {
        Exchange exchange = exchange(SHORT_LIMIT, peer -> {
            peer.head();
            peer.send(start);
            while (true) {
                peer.send("1");
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });

        assertThat(exchange.failure()).contains(Failure.TIMEOUT);
    }

    static final List<String> STALLING = Arrays.asList(
            "",
            "HTTP/1.",
            OK,
            "HTTP/1.1 100 Continue\r\n\r\n",
            OK + "Content-Length: 1000\r\n\r\nhello",
            OK + "\r\nhello");

    @Test
    void anInterruptionInTheMiddleIsNamed() throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            peer.head();
            peer.send(OK + "Content-Length: 10\r\n\r\nhello");
            peer.socket.setSoLinger(true, 0);
        });

        assertThat(exchange.failure()).contains(Failure.CLOSED);
    }

    @Test
    void nobodyListens() throws IOException {
        // A port that is taken, so that nobody else gets it meanwhile, and on which nobody listens.
        try (Socket reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nowhere = URI.create("http://127.0.0.1:" + reserved.getLocalPort() + "/base");

            assertThat(new HttpExchanger(nowhere, LIMIT, Optional.empty())
                            .send(REQUEST)
                            .failure())
                    .contains(Failure.UNREACHABLE);
        }
        assertThat(new HttpExchanger(URI.create("http://nowhere.invalid/x"), LIMIT, Optional.empty())
                        .send(REQUEST)
                        .failure())
                .contains(Failure.UNREACHABLE);
    }
}
