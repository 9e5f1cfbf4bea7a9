package io.github.servicelinkage.stub.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MockGatewayTest {
    private MockGateway gateway;

    @BeforeAll
    void start() throws IOException {
        gateway = MockGateway.builder().start();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void answersTheDocumentsExamplesExactly() throws IOException {
        assertThat(Call.registration(gateway).answer().toString())
                .isEqualTo(example("/paths/~1register~1search", "member").toString());
        assertThat(Call.consent(gateway).answer().toString())
                .isEqualTo(example("/paths/~1consent~1search", "accounts").toString());
    }

    @Test
    void answersInTheDocumentedForm() {
        HttpResponse<byte[]> answer = Call.registration(gateway).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json;charset=utf-8");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("Content-Length")).containsExactly(String.valueOf(answer.body().length));
    }

    @Test
    void knowsNobodyElse() {
        Consumer<ObjectNode> stranger =
                request -> request.withObject("/commonHeader").put("ci", "x");

        assertThat(Call.registration(gateway).json(stranger).answer()).hasToString("{\"result\":\"nonMember\"}");
        assertThat(Call.consent(gateway).json(stranger).answer()).hasToString("{\"vtAccList\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/register", "/register/search/", "/REGISTER/search", "/x/register/search"})
    void answersAnUnknownPathWith404(String path) {
        assertEnvelope(Call.path(gateway, path).without("apikey").send(), 404, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void answersAnotherMethodWith405(String method) {
        HttpResponse<byte[]> answer =
                Call.consent(gateway).without("apikey").method(method).send();

        assertEnvelope(answer, 405, 405);
        assertThat(answer.headers().allValues("Allow")).containsExactly("POST");
    }

    @ParameterizedTest
    @MethodSource
    void answersAnyOtherKeyWith401BeforeLookingAtTheRest(String key) {
        assertEnvelope(
                Call.registration(gateway)
                        .header("apikey", key)
                        .header("Content-Type", "text/plain")
                        .body("{")
                        .send(),
                401,
                401);
    }

    static Stream<String> answersAnyOtherKeyWith401BeforeLookingAtTheRest() {
        String key = MockGateway.DEFAULT_API_KEY;
        return Stream.of("", "x", key.substring(1), key + "0", key.toUpperCase(Locale.ROOT));
    }

    @Test
    void answersAMissingKeyWith401() {
        assertEnvelope(Call.registration(gateway).without("apikey").send(), 401, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/json",
                "APPLICATION/JSON;CHARSET=UTF-8",
                "application/json ; charset=\"utf-8\"",
                "application/json; profile=x"
            })
    void takesJsonHoweverItIsWritten(String type) {
        assertThat(Call.registration(gateway).header("Content-Type", type).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json2",
                "application/xml",
                "application/json; charset=euc-kr",
                "json"
            })
    void answersAnotherMediaTypeWith415(String type) {
        assertEnvelope(
                Call.registration(gateway)
                        .header("Content-Type", type)
                        .body("{")
                        .send(),
                415,
                415);
    }

    @Test
    void answersAMissingMediaTypeOrAnEncodedBodyWith415() {
        assertEnvelope(Call.registration(gateway).without("Content-Type").send(), 415, 415);
        assertEnvelope(
                Call.registration(gateway).header("Content-Encoding", "gzip").send(), 415, 415);
    }

    @ParameterizedTest
    @MethodSource
    void answersWhatIsNotTheDocumentedJsonWith400(String body) {
        assertEnvelope(Call.registration(gateway).body(body).send(), 400, 400);
    }

    static Stream<String> answersWhatIsNotTheDocumentedJsonWith400() {
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
    void answersWhatIsNotUtf8With400() {
        byte[] cp949 = ServiceLinkageApi.PERSON_REQUEST.getBytes(Charset.forName("EUC-KR"));
        byte[] utf16 = ServiceLinkageApi.PERSON_REQUEST.getBytes(StandardCharsets.UTF_16LE);

        assertEnvelope(Call.registration(gateway).body(cp949).send(), 400, 400);
        assertEnvelope(Call.registration(gateway).body(utf16).send(), 400, 400);
    }

    @Test
    void answersATooLargeBodyWith400() {
        String large = "{\"x\":\"" + "x".repeat(3 << 20) + "\"}";

        assertEnvelope(Call.registration(gateway).body(large).send(), 400, 400);
        assertEnvelope(Call.registration(gateway).without("apikey").body(large).send(), 401, 401);
        assertThat(Call.registration(gateway)
                        .json(request -> request.put("x", "x".repeat(900_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersAMissingItemWith3003AndItsName() {
        Consumer<ObjectNode> missing = request -> request.withObject("/partner").remove("srvId");
        Consumer<ObjectNode> missingObject = request -> request.remove("body");

        assertEnvelope(Call.registration(gateway).json(missing).send(), 400, 3003);
        assertThat(Call.registration(gateway)
                        .json(missing)
                        .answer()
                        .path("description")
                        .asText())
                .contains("partner.srvId");
        assertThat(Call.consent(gateway)
                        .json(missingObject)
                        .answer()
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

    @Test
    void saysWhichPortIsTaken() {
        int port = gateway.url().getPort();

        assertThatThrownBy(() -> MockGateway.builder().port(port).start().close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void runsManyTimesInOneJvm() throws IOException {
        try (MockGateway other =
                MockGateway.builder().apiKey("other-key").eventLoops(2).start()) {
            assertThat(Call.registration(other).status()).isEqualTo(200);
            assertThat(Call.registration(other)
                            .header("apikey", gateway.apiKey())
                            .status())
                    .isEqualTo(401);
        }
        assertThat(Call.registration(gateway).status()).isEqualTo(200);
    }

    private static Call korName(Call call, String korName) {
        return call.json(request -> request.withObject("/body").put("korName", korName));
    }

    private static void assertEnvelope(HttpResponse<byte[]> answer, int status, int code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json;charset=utf-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"category\":\"op-")
                .contains("\"code\":" + code + ",")
                .contains("\"message\":\"");
    }

    private static JsonNode example(String path, String name) throws IOException {
        try (InputStream contract =
                MockGatewayTest.class.getResourceAsStream("/service-linkage/service-linkage.yaml")) {
            return new YAMLMapper()
                    .readTree(Objects.requireNonNull(contract))
                    .at(path + "/post/responses/200/content/application~1json/examples/" + name + "/value");
        }
    }
}
