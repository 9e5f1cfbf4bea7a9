package io.github.servicelinkage.conformance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.exchange.Header;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The line sends what the suite sent, and shows nothing that must not be shown. */
class CurlLineTest {
    private static final String KEY = MockGateway.DEFAULT_API_KEY;

    private final CurlLine line =
            new CurlLine(new Placeholders(KEY, SubjectsFile.sandbox()), "apikey", body -> body.toString());

    @Test
    void bytesThatAreNotUtf8AreEscaped() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"a\\b\":\"it's ".getBytes(StandardCharsets.UTF_8));
        body.write(0xFF);
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(line.of(request(List.of(), body.toByteArray())))
                .startsWith("printf '{\"a\\\\b\":\"it'\\''s \\377\"}' | curl ")
                .endsWith(" --data-binary @-");
    }

    @Test
    void otherBodiesAreQuotedPlainly() {
        assertThat(line.of(request(List.of(), "{\"a\":\"it's\"}".getBytes(StandardCharsets.UTF_8))))
                .endsWith(" --data-binary '{\"a\":\"it'\\''s\"}'");
    }

    @Test
    void theKeyIsAVariableAndTheWhiteSpaceAroundItStays() {
        assertThat(line.of(request(List.of(new Header("apikey", " " + KEY + " ")), new byte[0])))
                .contains("-H \"apikey:  $LINKAGE_API_KEY \"")
                .doesNotContain(KEY);
    }

    @Test
    void anotherKeyIsNotShown() {
        assertThat(line.of(request(List.of(new Header("ApiKey", KEY + "0")), new byte[0])))
                .contains("-H \"ApiKey: <another key>\"");
    }

    @Test
    void namesInEscapesAreHidden() {
        String korName = SubjectsFile.sandbox().main().korName();
        StringBuilder escaped = new StringBuilder();
        korName.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));

        assertThat(line.of(request(List.of(), ("{\"n\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8))))
                .endsWith("'{\"n\":\"<korName in JSON escapes>\"}'");
    }

    @Test
    void framingIsRepeated() {
        Request plain =
                request(List.of(new Header("Accept", "*/*")), new byte[0]).withMethod("GET");

        assertThat(line.of(plain)).isEqualTo("curl -sS -i -X GET \"$LINKAGE_URL/consent/search\" -H \"Accept: */*\"");
        assertThat(line.of(plain.withVersion("HTTP/1.0"))).contains(" --http1.0 ");
        assertThat(line.of(plain.withAbsoluteTarget())).contains(" --request-target \"$LINKAGE_URL/consent/search\" ");
        assertThat(line.of(plain.chunked())).contains(" -H \"Transfer-Encoding: chunked\" ");
        assertThat(line.of(plain.withPath("/a/./b"))).contains(" --path-as-is ");
    }

    private static Request request(List<Header> headers, byte[] body) {
        return new Request("POST", "/consent/search", headers, Optional.empty(), body);
    }
}
