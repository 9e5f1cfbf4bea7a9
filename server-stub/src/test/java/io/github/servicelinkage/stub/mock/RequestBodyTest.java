package io.github.servicelinkage.stub.mock;

import static io.github.servicelinkage.stub.mock.Envelope.assertEnvelope;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is judged in the body: size, UTF-8, JSON, the limits of the contract. */
class RequestBodyTest extends AgainstMockGateway {
    @ParameterizedTest
    @MethodSource
    void respondsToWhatIsNotTheDocumentedJsonWith400(String body) {
        assertEnvelope(Call.registration(gateway).body(body).send(), 400, 400);
    }

    static Stream<String> respondsToWhatIsNotTheDocumentedJsonWith400() {
        String good = ServiceLinkageApi.PERSON_REQUEST;
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                good + "x",
                good + good,
                "\uFEFF" + good,
                good.replace('"', '\''),
                "// comment\n" + good,
                good.replace("\"297\"", "297"),
                good.replace("\"297\"", "true"),
                good.replace("\"297\"", "null"),
                good.replace("\"297\"", "[\"297\"]"),
                good.replace("\"297\"", "{}"),
                good.replace("\"srvId\":\"297\"", "\"srvId\":\"297\",\"srvId\":\"297\""),
                good.replace("박", "\\ud800"),
                good.replace("박", "\\udc00\\ud800"),
                good.replace("박", "\t"),
                good.replace("\"reqid-0001\"", "null"),
                good.replace("\"reqid-0001\"", "1"),
                good.replace("{\"korName\":\"박환덕\"}", "\"박환덕\""),
                good.replace("{\"korName\":\"박환덕\"}", "\"\""),
                good.replace("{\"korName\":\"박환덕\"}", "[]"),
                good.replace("\"body\"", "\"x\":" + "[".repeat(5000) + "]".repeat(5000) + ",\"body\""));
    }

    @Test
    void respondsToWhatIsNotUtf8With400() {
        byte[] cp949 = ServiceLinkageApi.PERSON_REQUEST.getBytes(Charset.forName("EUC-KR"));
        byte[] utf16 = ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_16LE);

        assertEnvelope(Call.registration(gateway).body(cp949).send(), 400, 400);
        assertEnvelope(Call.registration(gateway).body(utf16).send(), 400, 400);
    }

    @Test
    void saysWhereTheJsonEnds() {
        assertThat(Call.registration(gateway)
                        .body("{\"partner\":{\"comId\":\"F0995\"")
                        .response()
                        .path("description")
                        .asText())
                .startsWith("not JSON at line 1, column ");
    }

    @Test
    void respondsToATooLargeBodyWith400() {
        String large = "{\"x\":\"" + "x".repeat(3 << 20) + "\"}";

        assertEnvelope(Call.registration(gateway).body(large).send(), 400, 400);
        assertEnvelope(Call.registration(gateway).without("apikey").body(large).send(), 401, 401);
        assertThat(Call.registration(gateway)
                        .json(request -> request.put("x", "x".repeat(900_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void respondsToAMissingItemWith3003AndItsName() {
        Consumer<ObjectNode> missing = request -> request.withObject("/partner").remove("srvId");
        Consumer<ObjectNode> missingObject = request -> request.remove("body");

        assertEnvelope(Call.registration(gateway).json(missing).send(), 400, 3003);
        assertThat(Call.registration(gateway)
                        .json(missing)
                        .response()
                        .path("description")
                        .asText())
                .contains("partner.srvId");
        assertThat(Call.consent(gateway)
                        .json(missingObject)
                        .response()
                        .path("description")
                        .asText())
                .contains("body");
    }

    @Test
    void countsCodePointsUpToTheLimitOfEachOperation() {
        assertThat(korName(Call.registration(gateway), "가".repeat(10)).status()).isEqualTo(200);
        assertThat(korName(Call.registration(gateway), "\ud83d\ude00".repeat(10))
                        .status())
                .isEqualTo(200);
        assertEnvelope(korName(Call.registration(gateway), "가".repeat(11)).send(), 400, 400);
        assertThat(korName(Call.consent(gateway), "가".repeat(12)).status()).isEqualTo(200);
        assertEnvelope(korName(Call.consent(gateway), "가".repeat(13)).send(), 400, 400);
        assertEnvelope(korName(Call.consent(gateway), "").send(), 400, 400);
    }

    @Test
    void passesOverUnknownMembersAndReqIdPlatform() {
        assertThat(Call.registration(gateway)
                        .json(request -> request.put("x", 1)
                                .withObject("/commonHeader")
                                .put("certDn", "x")
                                .put("reqIdPlatform", "x".repeat(10_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void repeatsNoValueOfTheRequestInAnError() {
        String body = new String(
                Call.registration(gateway)
                        .json(request -> request.withObject("/commonHeader").put("ci", "secret".repeat(20)))
                        .send()
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(body).doesNotContain("secret").doesNotContain("박환덕");
    }

    private static Call korName(Call call, String korName) {
        return call.json(request -> request.withObject("/body").put("korName", korName));
    }

    @Test
    void saysThatJsonIsNestedTooDeep() {
        HttpResponse<byte[]> response = Call.registration(gateway)
                .body("{\"x\":" + "[".repeat(900) + "]".repeat(900) + "}")
                .send();

        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("nested deeper than 64");
    }
}
