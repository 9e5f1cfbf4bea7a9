package io.github.servicelinkage.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.conformance.message.UsageException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target is one that requests can be sent to, and what is sent to it goes nowhere else. */
class TargetTest {
    private static final String URL = "http://127.0.0.1:1/v1";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\u0000", "\u007F", "키", "é"})
    void aKeyThatNoFieldCanCarry(String key) {
        assertThatThrownBy(() -> target(URL, key, Duration.ofSeconds(1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("API key")
                .hasMessageNotContaining("키");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://h/x",
                "http://u:p@h/x",
                "http://u@h/x",
                "http://h:99999/x",
                "http://h:0/x",
                "http://h/x?y",
                "http://h/x#y",
                "/x",
                "http:///x"
            })
    void aUrlThatIsNoServer(String url) {
        assertThatThrownBy(() -> target(url, "k", Duration.ofSeconds(1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("URL of the gateway");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/가, http://h/%EA%B0%80",
        "http://h/a\u202eb, http://h/a%E2%80%AEb",
        "http://h/%EA%B0%80, http://h/%EA%B0%80"
    })
    void aPathIsPercentEncoded(String url, String encoded) {
        assertThat(target(url, "k", Duration.ofSeconds(1)).url()).hasToString(encoded);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/x, true",
        "http://127.evil.invalid/x, false",
        "http://127.1/x, false",
        "http://localhost.evil/x, false"
    })
    void onlyALoopbackAddressIsLocal(String url, boolean isLocal) {
        assertThat(Target.isLocal(URI.create(url))).isEqualTo(isLocal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S", "PT1H0.001S", "PT2777H"})
    void aTimeLimitThatIsNone(Duration timeout) {
        assertThatThrownBy(() -> target(URL, "k", timeout)).isInstanceOf(UsageException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1, :29999/steal, POST /:29999/steal HTTP/1.1",
        "http://127.0.0.1:1, @127.0.0.1:29999/steal, POST /@127.0.0.1:29999/steal HTTP/1.1",
        "http://127.0.0.1:1, .evil.example/x, POST /.evil.example/x HTTP/1.1",
        "http://127.0.0.1:1/v1, //evil.example/x, POST /v1//evil.example/x HTTP/1.1",
    })
    void aPathDoesNotChangeTheServer(String url, String path, String line) {
        OutgoingRequest request = new OutgoingRequest(URI.create(url), request("POST", path));

        assertThat(new String(request.head(false), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith(line + "\r\nHost: 127.0.0.1:1\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x HTTP/1.1", "/x\r\nHost: evil", "/\\evil", "/\u0000", "/x\ty"})
    void aPathThatIsNoneIsNotSent(String path) {
        assertThatThrownBy(() -> new OutgoingRequest(URI.create(URL), request("POST", path)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutgoingRequest(URI.create(URL), request("GET " + path, "/x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Request request(String method, String path) {
        return new Request(method, path, List.of(), Optional.empty(), new byte[0]);
    }

    private static Target target(String url, String key, Duration timeout) {
        return new Target("gateway", URI.create(url), key, timeout, Optional.empty());
    }
}
