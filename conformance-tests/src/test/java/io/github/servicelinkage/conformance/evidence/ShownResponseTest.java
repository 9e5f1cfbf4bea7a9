package io.github.servicelinkage.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a response only what the contract says, too, is shown; of the rest its kind and length. */
class ShownResponseTest {
    private static final Familiar FAMILIAR = new Familiar(
            Set.of("category", "code", "message", "ci", "day"),
            Set.of("ci"),
            Set.of("day"),
            Set.of("op-apim", "Bad Request"),
            Set.of(400, 3003));

    private final ShownResponse shown =
            new ShownResponse(FAMILIAR, new Placeholders("l7xx-key", SubjectsFile.sandbox()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"category\":\"op-apim\",\"code\":400,\"message\":\"Bad Request\"} | {\"category\":\"op-apim\",\"code\":400,\"message\":\"Bad Request\"}",
                "{\"message\":\"Bad Request!\"} | {\"message\":\"<string, 12 characters>\"}",
                "{\"message\":\"\"} | {\"message\":\"\"}",
                "{\"message\":\"l7xx-key\"} | {\"message\":\"<API_KEY>\"}",
                "{\"ci\":\"Bad Request\"} | {\"ci\":\"<ci, 11 characters>\"}",
                "{\"day\":\"20261128\"} | {\"day\":\"20261128\"}",
                "{\"day\":\"16063547\"} | {\"day\":\"<string, 8 characters>\"}",
                "{\"message\":\"20261128\"} | {\"message\":\"<string, 8 characters>\"}",
                "{\"code\":12345} | {\"code\":12345}",
                "{\"code\":1606354} | {\"code\":\"<number, 7 characters>\"}",
                "{\"code\":[1606,400]} | {\"code\":[\"<number, 4 characters>\",400]}",
                "{\"errors\":{\"code\":1606}} | {\"errors\":{\"code\":\"<number, 4 characters>\"}}",
                "{\"secret\":true,\"other!\":null} | {\"<name 1, 6 characters>\":true,\"<name 2, 6 characters>\":null}",
                "not JSON | <text, 8 bytes>",
                "<html></html> | <markup, 13 bytes>",
            })
    void bodies(String body, String expected) {
        assertThat(shown.body(response(body, Map.of()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content-type | application/json;charset=utf-8 | application/json;charset=utf-8",
                "content-type | application/json; x=secret | <string, 26 characters>",
                "allow | POST, GET | POST, GET",
                "allow | POST, SECRET | <string, 12 characters>",
                "cache-control | no-store, max-age=0 | no-store, max-age=0",
                "cache-control | max-age=160635 | <string, 14 characters>",
                "location | /secret | <string, 7 characters>",
                "retry-after | 120 | 120",
                "retry-after | 1606354733 | <string, 10 characters>",
            })
    void fields(String name, String value, String expected) {
        assertThat(shown.headers(response("", Map.of(name, List.of(value), "x-other", List.of("secret")))))
                .containsExactly(Map.entry(name, expected));
    }

    @Test
    void manyAndDeepEntriesAreCut() {
        String list = shown.body(response("[" + "1,".repeat(99) + "1]", Map.of()));
        String deep = shown.body(response("[".repeat(900) + "]".repeat(900), Map.of()));

        assertThat(list).hasSizeLessThan(700);
        assertThat(deep).isEqualTo("[".repeat(8) + "\"<list of 1>\"" + "]".repeat(8));
    }

    private static Response response(String body, Map<String, List<String>> headers) {
        return Response.of(400, headers, body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
