package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.conformance.exchange.Exchange.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that came coded are read, those that cannot be are told. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class ContentCodingTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip ", "identity, gzip", "gzip,"})
    void gzip(String coding) throws IOException {
        assertThat(ContentCoding.decoded(gzip(HELLO), List.of(coding))).contains(HELLO);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflateWithAndWithoutTheFormatOfZlib(boolean raw) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(coded, new Deflater(9, raw))) {
            out.write(HELLO);
        }

        assertThat(ContentCoding.decoded(coded.toByteArray(), List.of("deflate")))
                .contains(HELLO);
    }

    @Test
    void oneOverTheOther() throws IOException {
        assertThat(ContentCoding.decoded(gzip(gzip(HELLO)), List.of("gzip", "x-gzip")))
                .contains(HELLO);
    }

    @Test
    void whatCannotBeDecodedIsNothing() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(HELLO), 15);

        assertThat(ContentCoding.decoded(cut, List.of("gzip"))).isEmpty();
        for (String coding : List.of("gzip", "deflate", "br", "deflate, gzip", "gzip, gzip, gzip, gzip")) {
            assertThat(ContentCoding.decoded(HELLO, List.of(coding))).isEmpty();
        }
        assertThat(ContentCoding.decoded(new byte[0], List.of("deflate"))).contains(new byte[0]);
        assertThat(ContentCoding.decoded(gzip(new byte[0]), List.of("deflate, gzip")))
                .contains(new byte[0]);
    }

    @Test
    void aBombIsDefused() throws IOException {
        byte[] bomb = gzip(new byte[17 << 20]);

        assertThatThrownBy(() -> ContentCoding.decoded(bomb, List.of("gzip")))
                .isInstanceOfSatisfying(
                        Unanswered.class, e -> assertThat(e.failure()).isEqualTo(Failure.TOO_LARGE));
    }

    @Test
    void anUnaskedCodingIsUndoneAndItsFieldStays() throws IOException {
        byte[] body = gzip(HELLO);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.head();
            peer.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n");
            peer.send(body);
        })) {
            Response response = new HttpExchanger(server.url(), Duration.ofSeconds(10), Optional.empty())
                    .send(new Request("GET", "/x", List.of(), Optional.empty(), new byte[0]))
                    .response()
                    .orElseThrow();

            assertThat(response.text()).isEqualTo("hello");
            assertThat(response.header("Content-Encoding")).contains("gzip");
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(coded)) {
            out.write(bytes);
        }
        return coded.toByteArray();
    }
}
