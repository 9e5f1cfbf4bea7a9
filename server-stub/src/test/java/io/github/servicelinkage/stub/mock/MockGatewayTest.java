package io.github.servicelinkage.stub.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockGatewayTest extends AgainstMockGateway {
    @Test
    void respondsToTheDocumentsExamplesExactly() throws IOException {
        assertThat(Call.registration(gateway).response().toString())
                .isEqualTo(example("/paths/~1register~1search", "member").toString());
        assertThat(Call.consent(gateway).response().toString())
                .isEqualTo(example("/paths/~1consent~1search", "accounts").toString());
    }

    @Test
    void respondsInTheDocumentedForm() {
        HttpResponse<byte[]> response = Call.registration(gateway).send();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json;charset=utf-8");
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers().allValues("Content-Length"))
                .containsExactly(String.valueOf(response.body().length));
    }

    @Test
    void knowsNobodyElse() {
        Consumer<ObjectNode> stranger =
                request -> request.withObject("/commonHeader").put("ci", "x");

        assertThat(Call.registration(gateway).json(stranger).response()).hasToString("{\"result\":\"nonMember\"}");
        assertThat(Call.consent(gateway).json(stranger).response()).hasToString("{\"vtAccList\":[]}");
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

    private static JsonNode example(String path, String name) throws IOException {
        try (InputStream contract =
                MockGatewayTest.class.getResourceAsStream("/service-linkage/service-linkage.yaml")) {
            return new YAMLMapper()
                    .readTree(Objects.requireNonNull(contract))
                    .at(path + "/post/responses/200/content/application~1json/examples/" + name + "/value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two parts", "키", "a\u0000", "line\n"})
    void refusesAKeyThatNoCallerCanSend(String key) {
        assertThatThrownBy(() ->
                        MockGateway.builder().apiKey(key).locale(Locale.KOREAN).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("API 키가 올바르지 않습니다");
        assertThatThrownBy(() ->
                        MockGateway.builder().apiKey(key).locale(Locale.ENGLISH).start())
                .hasMessageContaining("is not a key");
    }

    @Test
    void takesTheLongestKeyThatFitsIntoARequestAndNoLonger() throws IOException {
        MockGateway.builder().apiKey("k".repeat(4096)).start().close();

        assertThatThrownBy(() -> MockGateway.builder().apiKey("k".repeat(4097)).start())
                .isInstanceOf(IOException.class);
    }
}
