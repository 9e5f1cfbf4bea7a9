package io.github.servicelinkage.conformance.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pact says of a request is judged before the key is sent with it. */
class PactRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/consent/search", "/a/..b/c.", "/%ea%b0%80", "/x;y=1"})
    void pathsBelowTheServer(String path) {
        assertThat(PactRequest.of(request("POST", path, Map.of())).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":29999/steal",
                "@127.0.0.1:29999/steal",
                ".evil.example/x",
                "//evil.example",
                "http://evil.example/",
                "x",
                "/..",
                "/../x",
                "/x/../../y",
                "/%2e%2e/x",
                "/.%2E/x",
                "/./x",
                "/\\evil",
                "/x y",
                "/x\r\nHost: evil",
                "/x\u0000",
                "/가",
                "/x#y",
                "/x?y=z"
            })
    void otherPaths(String path) {
        assertThatThrownBy(() -> PactRequest.of(request("POST", path, Map.of())))
                .isInstanceOf(PactException.class)
                .hasMessageContaining("with the path in the pact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTTP/1.1", "G\r\nX", "가"})
    void methodsAndFieldNamesThatAreNone(String token) {
        assertThatThrownBy(() -> PactRequest.of(request(token, "/x", Map.of()))).isInstanceOf(PactException.class);
        assertThatThrownBy(() -> PactRequest.of(request("GET", "/x", Map.of(token, List.of("y")))))
                .isInstanceOf(PactException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nHost: evil", "a\nb", "\u0000", "\u001B", "가"})
    void valuesThatAreNone(String value) {
        assertThatThrownBy(() -> PactRequest.of(request("GET", "/x", Map.of("X", List.of(value)))))
                .isInstanceOf(PactException.class);
    }

    private static au.com.dius.pact.core.model.Request request(
            String method, String path, Map<String, List<String>> headers) {
        return new au.com.dius.pact.core.model.Request(method, path, Map.of(), headers);
    }
}
