package io.github.servicelinkage.conformance.exchange;

import static io.github.servicelinkage.conformance.exchange.Http2Peer.CONTINUATION;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.DATA;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.END_HEADERS;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.END_STREAM;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.GOAWAY;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.HEADERS;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.PING;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.PUSH_PROMISE;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.RST_STREAM;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.SETTINGS;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.STATUS_200;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.WINDOW_UPDATE;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.all;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.data;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.field;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.frame;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.head;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.numbers;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.repeated;
import static io.github.servicelinkage.conformance.exchange.Http2Peer.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever a target sends over HTTP/2, an exchange ends, and says how. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileHttp2TargetTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT_LIMIT = Duration.ofMillis(300);
    private static final Request REQUEST =
            new Request("POST", "/x", List.of(), Optional.empty(), "{}".getBytes(StandardCharsets.UTF_8));
    private static final byte[] NOTHING = {};
    private static final byte[] HELLO = all(head(0, STATUS_200), data(END_STREAM, "hello"));

    private static Exchange exchange(Duration limit, ScriptedServer.Script script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return new HttpExchanger(server.url(), limit, Optional.empty(), HttpVersion.HTTP_2).send(REQUEST);
        }
    }

    static final List<byte[]> GOOD = List.of(
            HELLO,
            all(head(0, STATUS_200, field("content-length", "5")), data(END_STREAM, "hello")),
            all(head(0, field(":status", "103"), field("link", "x")), HELLO),
            all(head(0, STATUS_200), data(0, "he"), data(0, ""), data(0, "llo"), head(END_STREAM, field("t", "x"))),
            all(frame(HEADERS, 0, 1, STATUS_200), frame(CONTINUATION, END_HEADERS, 1, NOTHING), data(1, "hello")),
            all(head(0, STATUS_200), frame(DATA, END_STREAM | 8, 1, "\u0003hello   ".getBytes(StandardCharsets.UTF_8))),
            all(
                    frame(HEADERS, END_HEADERS | 0x20, 1, all(numbers(0), new byte[] {1}, STATUS_200)),
                    data(END_STREAM, "hello")),
            all(
                    frame(PING, 0, 0, new byte[8]),
                    frame(WINDOW_UPDATE, 0, 0, numbers(1)),
                    frame(99, 0, 0, NOTHING),
                    HELLO),
            // What is not known has no flags, and the reserved bit no meaning (RFC 9113 §4.1).
            all(frame(0xEE, 0xFF, 0, new byte[] {(byte) 0xFF, 1}), HELLO),
            all(frame(HEADERS, END_HEADERS, 1 | Integer.MIN_VALUE, STATUS_200), data(END_STREAM, "hello")),
            all(frame(SETTINGS, 1, 0, NOTHING), frame(GOAWAY, 0, 0, numbers(1, 0)), HELLO));

    @ParameterizedTest
    @FieldSource("GOOD")
    void readsTheFinalResponse(byte[] sent) throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            Http2Peer.begin(peer);
            peer.send(sent);
            peer.stall();
        });

        assertThat(exchange.failure()).isEmpty();
        assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
        assertThat(exchange.response().orElseThrow().text()).isEqualTo("hello");
    }

    static final List<Arguments> BAD = List.of(
            Arguments.of(Failure.CLOSED, NOTHING),
            Arguments.of(Failure.CLOSED, frame(GOAWAY, 0, 0, numbers(0, 0))),
            Arguments.of(Failure.CLOSED, frame(GOAWAY, 0, 0, numbers(1, 2))),
            Arguments.of(Failure.CLOSED, frame(RST_STREAM, 0, 1, numbers(0))),
            Arguments.of(Failure.CLOSED, frame(RST_STREAM, 0, 1, numbers(7))),
            Arguments.of(Failure.CLOSED, all(head(0, STATUS_200), frame(RST_STREAM, 0, 1, numbers(2)))),
            Arguments.of(Failure.CLOSED, all(head(0, STATUS_200), data(0, "hel"))),
            Arguments.of(Failure.CLOSED, new byte[] {0, 0, 9, 0, 0}),
            Arguments.of(Failure.SWITCHED, head(0, field(":status", "101"))),
            Arguments.of(Failure.INTERIM_ONLY, repeated(head(0, field(":status", "103")), 500)),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, field(":status", "103"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, field("x", "y"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, field(":status", "20"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, field(":status", "0200"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, STATUS_200, STATUS_200)),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, STATUS_200, field(":path", "/"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, STATUS_200, field("Upper", "x"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, STATUS_200, field("connection", "close"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, STATUS_200, field("x", "a\r\nb"))),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, new byte[] {(byte) 0xFF, 0x7F})),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, new byte[] {(byte) 0xFF, -1, -1, -1, -1, 0x0F})),
            Arguments.of(Failure.MALFORMED, head(END_STREAM, new byte[] {0, 0x7F, -1, -1, -1, -1, 0x0F})),
            Arguments.of(Failure.MALFORMED, all(head(0, STATUS_200, field("content-length", "6")), data(1, "hello"))),
            Arguments.of(Failure.MALFORMED, all(head(0, STATUS_200), head(0, field("trailer", "x")))),
            Arguments.of(Failure.MALFORMED, data(END_STREAM, "hello")),
            Arguments.of(Failure.MALFORMED, frame(DATA, END_STREAM, 3, NOTHING)),
            Arguments.of(Failure.MALFORMED, frame(PUSH_PROMISE, END_HEADERS, 1, numbers(2))),
            Arguments.of(Failure.MALFORMED, frame(CONTINUATION, END_HEADERS, 1, STATUS_200)),
            Arguments.of(Failure.MALFORMED, all(frame(HEADERS, 0, 1, STATUS_200), data(END_STREAM, "hello"))),
            Arguments.of(Failure.MALFORMED, frame(WINDOW_UPDATE, 0, 0, numbers(0))),
            Arguments.of(Failure.MALFORMED, frame(WINDOW_UPDATE, 0, 0, numbers(Integer.MAX_VALUE))),
            Arguments.of(Failure.MALFORMED, frame(SETTINGS, 0, 0, new byte[5])),
            Arguments.of(Failure.MALFORMED, frame(SETTINGS, 0, 0, new byte[] {0, 4, -1, -1, -1, -1})),
            Arguments.of(Failure.MALFORMED, frame(PING, 0, 0, new byte[3])),
            Arguments.of(Failure.MALFORMED, frame(DATA, 8, 1, new byte[] {9})),
            Arguments.of(Failure.MALFORMED, new byte[] {0x7F, 0, 0, 0, 0, 0, 0, 0, 1}),
            Arguments.of(Failure.TOO_LARGE, head(0, STATUS_200, repeated(field("x", "y"), 201))),
            Arguments.of(Failure.TOO_LARGE, head(0, STATUS_200, field("content-length", "9999999"))));

    @ParameterizedTest
    @FieldSource("BAD")
    void namesWhatIsNoResponse(Failure expected, byte[] sent) throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            Http2Peer.begin(peer);
            peer.send(sent);
            peer.socket.shutdownOutput();
            peer.stall();
        });

        assertThat(exchange.failure()).contains(expected);
    }

    static final List<Arguments> ENDLESS = List.of(
            Arguments.of(all(head(0, STATUS_200)), data(0, "body body ")),
            Arguments.of(NOTHING, frame(PING, 1, 0, new byte[8])),
            Arguments.of(frame(HEADERS, 0, 1, STATUS_200), frame(CONTINUATION, 0, 1, NOTHING)),
            Arguments.of(frame(HEADERS, 0, 1, STATUS_200), frame(CONTINUATION, 0, 1, repeated(field("x", "y"), 20))),
            Arguments.of(NOTHING, frame(SETTINGS, 1, 0, NOTHING)));

    @ParameterizedTest
    @FieldSource("ENDLESS")
    void endlessResponsesAreTooLarge(byte[] start, byte[] again) throws IOException {
        byte[] many = repeated(again, 1000);
        Exchange exchange = exchange(LIMIT, peer -> {
            Http2Peer.begin(peer);
            peer.send(start);
            while (true) {
                peer.send(many);
            }
        });

        assertThat(exchange.failure()).contains(Failure.TOO_LARGE);
    }

    /** A few bytes that name a long field of the table again and again. */
    @ParameterizedTest
    @FieldSource("FIELDS")
    void manyFieldsAreTooLarge(int times) throws IOException {
        byte[] indexed = all(new byte[] {0x40, 1, 'x', 0x7E}, new byte[0x7E]);
        Exchange exchange = exchange(LIMIT, peer -> {
            Http2Peer.begin(peer);
            peer.send(frame(HEADERS, 0, 1, all(STATUS_200, indexed)));
            peer.send(repeated(frame(CONTINUATION, 0, 1, repeated(new byte[] {(byte) 0xBE}, 1000)), times / 1000));
            peer.send(frame(CONTINUATION, END_HEADERS, 1, NOTHING));
            peer.stall();
        });

        assertThat(exchange.failure()).contains(Failure.TOO_LARGE);
    }

    static final List<Integer> FIELDS = List.of(1_000, 20_000, 900_000);

    static final List<byte[]> STALLING =
            List.of(NOTHING, new byte[] {0, 0}, all(head(0, STATUS_200)), all(head(0, STATUS_200), data(0, "hello")));

    @ParameterizedTest
    @FieldSource("STALLING")
    void theTimeLimitCoversTheWholeResponse(byte[] start) throws IOException {
        Exchange exchange = exchange(SHORT_LIMIT, peer -> {
            Http2Peer.begin(peer);
            peer.send(start);
            peer.stall();
        });

        assertThat(exchange.failure()).contains(Failure.TIMEOUT);
        assertThat(exchange.elapsed()).isBetween(SHORT_LIMIT, LIMIT);
    }

    @ParameterizedTest
    @FieldSource("DRIPPED")
    void theTimeLimitIsNoLimitOfASingleByte(byte[] again) throws IOException {
        Exchange exchange = exchange(SHORT_LIMIT, peer -> {
            Http2Peer.begin(peer);
            peer.send(head(0, STATUS_200));
            while (true) {
                peer.send(again);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        });

        assertThat(exchange.failure()).contains(Failure.TIMEOUT);
    }

    static final List<byte[]> DRIPPED = List.of(data(0, "1"), settings(), frame(PING, 0, 0, new byte[8]));

    static final List<Arguments> NOT_HTTP2 = List.of(
            Arguments.of("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"),
            Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
            Arguments.of("SSH-2.0-OpenSSH_9.6\r\n"),
            Arguments.of(""));

    @ParameterizedTest
    @FieldSource("NOT_HTTP2")
    void namesATargetWithoutHttp2(String sent) throws IOException {
        Exchange exchange = exchange(LIMIT, peer -> {
            peer.readTo("{}");
            peer.send(sent);
        });

        assertThat(exchange.failure()).contains(Failure.NO_HTTP2);
    }
}
