package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a request unreadable, seen by the sender of one head; {@code |} is the end of a line. */
class RequestRulesTest {
    private static MockGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = MockGateway.builder().start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1",
                "GET /health HTTP/1.1|Host: a|Host: a",
                "GET /health HTTP/1.1|Host: a b/c",
                "GET /health HTTP/1.1|Host: a/b",
                "GET /health HTTP/1.1|Host: user@a",
                "GET /health HTTP/1.1|Host: a:80a",
                "GET /health HTTP/1.1|Host: [::1",
                "GET /health HTTP/1.0|Host: a|Host: b",
                "GET /health http/1.1|Host: a",
                "GET a:80 HTTP/1.1|Host: a",
                "GET health HTTP/1.1|Host: a",
                "OPTIONS a:80 HTTP/1.1|Host: a:80",
                "GET /health HTTP/1.1|Host: a|: b",
                "GET /health HTTP/1.1|Host: a|:",
                "GET /health HTTP/1.1|Host: a|Transfer-Encoding: chunked, chunked",
                "GET /health HTTP/1.1|Host: a|Transfer-Encoding: ",
                "GET /health HTTP/1.1|Host: a|Transfer-Encoding: gzip",
                "GET /health HTTP/1.1|Host: a|Transfer-Encoding: chunked|Transfer-Encoding: gzip",
                "GET /health HTTP/1.1|Host: a|Transfer-Encoding: chunked|Content-Length: 5",
                "GET /health HTTP/1.0|Host: a|Transfer-Encoding: chunked",
                "GET /health HTTP/1.0|Host: a|Transfer-Encoding: chunked|Content-Length: 5",
                "POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||xyz",
                "POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked||1|ab|0|",
            })
    void respondsToWhatIsMalformedWith400AndReadsNoFurther(String request) throws IOException {
        assertThat(responses(request + "||GET /health HTTP/1.1|Host: a||"))
                .startsWith("HTTP/1.")
                .containsOnlyOnce(" 400 Bad Request")
                .doesNotContain(" 200 OK")
                .endsWith("{\"category\":\"op-apim\",\"code\":400,\"message\":\"Bad Request\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "x , chunked", "gzip|Transfer-Encoding: chunked"})
    void respondsToAnotherTransferCodingWith501(String codings) throws IOException {
        assertThat(responses("GET /health HTTP/1.1|Host: a|Transfer-Encoding: " + codings + "||0||"))
                .startsWith("HTTP/1.1 501 ")
                .containsOnlyOnce("HTTP/1.1 ")
                .contains("\"code\":501");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.example:8080", "a:", "[::1]:80", "127.0.0.1", "%41_~", "xn--9t4b11yi5a"})
    void takesAnyHostThatIsOne(String host) throws IOException {
        assertThat(responses("GET /health HTTP/1.1|Host: " + host + "|Connection: close||"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://a/health,200",
        "GET http://a:80/health,200",
        "OPTIONS *,404",
        "CONNECT a:80,404",
    })
    void takesOtherTargetsThanAPath(String line, int status) throws IOException {
        assertThat(responses(line + " HTTP/1.1|Host: a|Connection: close||")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void respondsToABrokenLineBehindAGoodRequest() throws IOException {
        assertThat(responses("GET /health HTTP/1.1|Host: a||BROKEN||GET /health HTTP/1.1|Host: a||"))
                .startsWith("HTTP/1.1 200 ")
                .containsOnlyOnce(" 200 OK")
                .containsOnlyOnce(" 400 Bad Request");
    }

    @Test
    void asksHttp10ForNoHost() throws IOException {
        assertThat(responses("GET /health HTTP/1.0||")).startsWith("HTTP/1.0 200 ");
    }

    @ParameterizedTest
    @CsvSource({"198,200", "199,400"})
    void limitsTheNumberOfFields(int more, int status) throws IOException {
        assertThat(responses("GET /health HTTP/1.1|Connection: close|" + "Host: a|" + "a:|".repeat(more) + "|"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void doesNotAskForABodyThatIsTooLarge() throws IOException {
        assertThat(responses("POST / HTTP/1.1|Host: a|Expect: 100-continue|Content-Length: 1048577||"))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"code\":413");
    }

    @Test
    void respondsToThePrefaceOfHttp2Once() throws IOException {
        assertThat(responses("PRI * HTTP/2.0||SM||"))
                .startsWith("HTTP/1.1 505 ")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    private static String responses(String request) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            return connection.send(request.replace("|", "\r\n")).receiveAll();
        }
    }
}
