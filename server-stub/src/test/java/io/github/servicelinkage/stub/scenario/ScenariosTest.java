package io.github.servicelinkage.stub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorResponse;
import io.github.servicelinkage.stub.exchange.Delivery;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.RawConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosTest {
    private final List<Response> responses = new ArrayList<>();
    private MockGateway gateway;

    @BeforeAll
    void start() throws IOException {
        gateway = MockGateway.builder()
                .observer((request, response, took) -> responses.add(response))
                .start();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(ErrorResponse.class)
    void respondsWithEveryErrorOfTheContract(ErrorResponse error) {
        String name = error.name().toLowerCase(Locale.ROOT).replace('_', '-');

        for (HttpResponse<byte[]> response :
                List.of(byHeader(name).send(), byPerson(name).send())) {
            assertThat(response.statusCode()).isEqualTo(error.status());
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(error.json());
        }
        assertThat(Call.registration(gateway).status()).isEqualTo(200);
    }

    @Test
    void leavesWrongRequestsToTheContract() {
        assertThat(byHeader("service-unavailable").without("apikey").status()).isEqualTo(401);
        assertThat(byPerson("service-unavailable").without("apikey").status()).isEqualTo(401);
    }

    @Test
    void recognizesAReservedPersonThatIsEscaped() {
        String body = ServiceLinkageApi.PERSON_REQUEST.replaceFirst(
                "\"ci\":\"[^\"]*\"", "\"ci\":\"\\\\u0073cenario:service-unavailable\"");

        assertThat(Call.registration(gateway).body(body).status()).isEqualTo(503);
    }

    @Test
    void playsForAReservedPersonWhoseBodyIsAsLargeAsItMayBe() {
        String body =
                ServiceLinkageApi.PERSON_REQUEST.replaceFirst("\"ci\":\"[^\"]*\"", "\"ci\":\"scenario:retry-after 9\"");
        int rest = (1 << 20) - body.getBytes(StandardCharsets.UTF_8).length - "\"x\":\"\",".length();
        String largest = body.replaceFirst("\\{", "{\"x\":\"" + "x".repeat(rest) + "\",");

        assertThat(Call.registration(gateway).body(largest).status()).isEqualTo(200);
        assertThat(Call.registration(gateway).body(largest + " ").status()).isEqualTo(400);
    }

    @Test
    void takesAScenarioElsewhereForText() {
        assertThat(Call.registration(gateway)
                        .json(request -> request.withObject("/commonHeader").put("reqIdConsumer", "scenario:reset"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void playsSeveralStepsTogether() {
        HttpResponse<byte[]> response =
                byHeader("delay 1ms, retry-after 7, service-unavailable").send();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(responses.get(responses.size() - 1).delivery())
                .isEqualTo(new Delivery.Late(Duration.ofMillis(1), new Delivery.Normal()));
    }

    @Test
    void playsFaults() {
        assertThat(byHeader("answers-MEMBER-in-capitals")
                        .response()
                        .path("result")
                        .asText())
                .isEqualTo("MEMBER");
        assertThat(byPerson("answers-MEMBER-in-capitals")
                        .response()
                        .path("result")
                        .asText())
                .isEqualTo("MEMBER");
    }

    @Test
    void playsFaultsThatRememberWhatCameBefore() {
        List<JsonNode> accounts = new ArrayList<>();
        for (int question = 0; question < 4; question++) {
            accounts.add(Call.consent(gateway)
                    .header(MockGateway.SCENARIO_HEADER, "forgets-endpoints-every-other-time")
                    .response());
        }

        assertThat(accounts.get(1)).isNotEqualTo(accounts.get(0)).isEqualTo(accounts.get(3));
        assertThat(accounts.get(2)).isEqualTo(accounts.get(0));
    }

    @Test
    void refusesMoreStepsThanAnybodyNeeds() {
        assertThat(byHeader("retry-after 1" + ",retry-after 1".repeat(9)).status())
                .isEqualTo(200);
        assertThat(byHeader("retry-after 1" + ",retry-after 1".repeat(10)).status())
                .isEqualTo(400);
        assertThat(byHeader("a" + ",a".repeat(4_000)).without("apikey").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such", "delay 1s, no-such", "delay x", ",", "service-unavailable,"})
    void refusesAnUnknownScenario(String scenario) {
        assertThat(byHeader(scenario).status()).isEqualTo(400);
        assertThat(byPerson(scenario).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "truncated", "wrong-length", "delay 1ms, reset"})
    void breaksTheConnection(String scenario) {
        assertThatThrownBy(() -> byHeader(scenario).send()).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> byPerson(scenario).send()).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @CsvSource({"truncated, 0, 2", "wrong-length, 10, 1"})
    void announcesMoreThanItSends(String scenario, int tooMany, int divisor) throws IOException {
        int whole = Call.registration(gateway).send().body().length;
        try (RawConnection connection = new RawConnection(gateway)) {
            String response = connection
                    .sendHead(MockGateway.SCENARIO_HEADER + ": " + scenario)
                    .send("\r\n" + ServiceLinkageApi.PERSON_REQUEST)
                    .receiveAll();
            String head =
                    response.substring(0, response.indexOf("\r\n\r\n") + 4).toLowerCase(Locale.ROOT);

            assertThat(head).startsWith("http/1.1 200 ").contains("content-length: " + (whole + tooMany) + "\r\n");
            assertThat(response.length() - head.length()).isEqualTo(whole / divisor);
        }
    }

    @Test
    void resetsRatherThanCloses() {
        assertThatThrownBy(() -> byHeader("reset").send()).hasStackTraceContaining("reset");
    }

    @Test
    void sendsASlowBodyWhole() {
        assertThat(byHeader("slow").response())
                .isEqualTo(Call.registration(gateway).response());
    }

    @Test
    void isFlakyInAnOrderThatTheSeedFixes() throws IOException {
        List<Integer> first = flaky(1);

        assertThat(first).contains(200, 503).isEqualTo(flaky(1)).isNotEqualTo(flaky(2));
    }

    private static List<Integer> flaky(long seed) throws IOException {
        try (MockGateway seeded = MockGateway.builder().seed(seed).start()) {
            return IntStream.range(0, 30)
                    .mapToObj(number -> Call.registration(seeded)
                            .header(MockGateway.SCENARIO_HEADER, "flaky 50%, service-unavailable")
                            .status())
                    .toList();
        }
    }

    private Call byHeader(String scenario) {
        return Call.registration(gateway).header(MockGateway.SCENARIO_HEADER, scenario);
    }

    private Call byPerson(String scenario) {
        return Call.registration(gateway)
                .json(request -> request.withObject("/commonHeader").put("ci", "scenario:" + scenario));
    }
}
