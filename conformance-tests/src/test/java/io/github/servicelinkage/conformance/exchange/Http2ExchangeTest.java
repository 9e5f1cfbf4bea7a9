package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges over HTTP/2, with a server of another hand where no single frame matters. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class Http2ExchangeTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Request EMPTY = new Request("POST", "/x?y=z", List.of(), Optional.empty(), new byte[0]);
    private static final Set<Object> CONNECTIONS = ConcurrentHashMap.newKeySet();

    private static Vertx vertx;
    private static HttpServer server;

    /** It tells what it got: in a field of the response the head, in the body the length of the body. */
    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(true))
                .requestHandler(Http2ExchangeTest::respond)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static void respond(HttpServerRequest request) {
        CONNECTIONS.add(request.connection());
        Map<String, String> fields = new TreeMap<>();
        request.headers().forEach(fields::put);
        List<String> cookies = List.of("a", "b");
        String head = request.method() + " " + request.scheme() + " " + request.authority() + " " + request.uri() + " "
                + fields;
        request.body()
                .onSuccess(body -> request.response()
                        .putHeader("X-Head", head)
                        .putHeader("Set-Cookie", cookies)
                        .end(body.length() + " bytes"));
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static HttpExchanger exchanger(URI url) {
        return new HttpExchanger(url, LIMIT, Optional.empty(), HttpVersion.HTTP_2);
    }

    private static HttpExchanger exchanger() {
        return exchanger(URI.create("http://127.0.0.1:" + server.actualPort() + "/base"));
    }

    @Test
    void sendsTheFieldsAsTheyAreAndTheRequestLineAsFields() {
        Exchange exchange = exchanger()
                .send(EMPTY.withAddedHeader("APIKey", "a  b")
                        .withAddedHeader("X-Empty", "")
                        .withAddedHeader("Host", "elsewhere"));

        Response response = exchange.response().orElseThrow();
        assertThat(response.header("X-Head").orElseThrow())
                .startsWith("POST http elsewhere /base/x?y=z {")
                .contains("apikey=a  b", "x-empty=", "content-length=0", "user-agent=linkage/")
                .doesNotContain("host=");
        assertThat(response.headers().get("set-cookie")).containsExactly("a", "b");
        assertThat(response.tlsProtocol()).isEmpty();
        assertThat(exchange.request().framing().version()).isEqualTo("HTTP/2-prior-knowledge");
    }

    @Test
    void usesAConnectionAgain() {
        HttpExchanger exchanger = exchanger();
        CONNECTIONS.clear();
        for (int i = 0; i < 20; i++) {
            assertThat(exchanger.send(EMPTY).failure()).isEmpty();
        }
        assertThat(CONNECTIONS).hasSize(1);
    }

    /** Longer than a frame, and than the window of a stream and of a connection. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16_384, 16_385, 65_535, 65_536, 1_048_576})
    void sendsALongBodyAsFastAsTheTargetTakesIt(int length) {
        HttpExchanger exchanger = exchanger();
        for (int i = 0; i < 2; i++) {
            assertThat(exchanger
                            .send(EMPTY.withBody("x".repeat(length)))
                            .response()
                            .orElseThrow()
                            .text())
                    .isEqualTo(length + " bytes");
        }
    }

    @Test
    void sendsALongField() {
        String value = "y".repeat(7_000);
        Response response =
                exchanger().send(EMPTY.withHeader("X-Long", value)).response().orElseThrow();

        assertThat(response.header("X-Head").orElseThrow()).contains(value);
    }

    @Test
    void readsAResponseThatComesBeforeTheBodyIsRead() throws Exception {
        try (ScriptedServer early = new ScriptedServer(peer -> {
            peer.readTo("xxxx");
            peer.send(Http2Peer.settings());
            peer.send(Http2Peer.head(Http2Peer.END_STREAM, Http2Peer.field(":status", "413")));
            peer.send(Http2Peer.frame(Http2Peer.RST_STREAM, 0, 1, Http2Peer.numbers(0)));
            peer.stall();
        })) {
            byte[] large = "x".repeat(20 << 20).getBytes(StandardCharsets.UTF_8);

            assertThat(exchanger(early.url())
                            .send(EMPTY.withBody(large))
                            .response()
                            .orElseThrow()
                            .status())
                    .isEqualTo(413);
        }
    }

    /** In place of a second response on a connection: its end, an announcement of it, a refusal of the stream. */
    @ParameterizedTest
    @ValueSource(strings = {"", "GOAWAY", "REFUSED_STREAM"})
    void asksAgainWhereTheTargetDidNotLookAtARequest(String end) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.readTo("{}");
            peer.send(Http2Peer.settings());
            peer.send(Http2Peer.head(Http2Peer.END_STREAM, Http2Peer.STATUS_200));
            peer.readTo("{}");
            if (end.equals("GOAWAY")) {
                peer.send(Http2Peer.frame(Http2Peer.GOAWAY, 0, 0, Http2Peer.numbers(1, 0)));
            } else if (!end.isEmpty()) {
                peer.send(Http2Peer.frame(Http2Peer.RST_STREAM, 0, 3, Http2Peer.numbers(7)));
            }
        })) {
            HttpExchanger exchanger = exchanger(server.url());
            for (int i = 1; i <= 3; i++) {
                assertThat(exchanger.send(EMPTY.withBody("{}")).failure()).isEmpty();
                assertThat(server.connections()).isEqualTo(i);
            }
        }
    }
}
