package io.github.servicelinkage.stub.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.Call;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    private static final String[] PERSONAL = {
        "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW",
        "박환덕",
        "160635473367600099",
        MockGateway.DEFAULT_API_KEY,
        "reqid-0001",
        "secret"
    };

    @TempDir
    private Path folder;

    @Test
    void saysThatItIsUpAndWhatItHasDone() throws Exception {
        try (MockGateway gateway = MockGateway.builder().start()) {
            Call.registration(gateway).send();
            Call.registration(gateway).without("apikey").send();
            Call.path(gateway, "/secret").send();

            assertThat(get(gateway, "/health")).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(gateway, "/metrics"))
                    .contains("linkage_mock_requests_total{operation=\"searchRegistration\",status=\"200\"} 1\n")
                    .contains("linkage_mock_requests_total{operation=\"searchRegistration\",status=\"401\"} 1\n")
                    .contains("linkage_mock_requests_total{operation=\"none\",status=\"404\"} 1\n")
                    .contains("linkage_mock_request_duration_seconds_count 3\n")
                    .doesNotContain(PERSONAL);
        }
    }

    @Test
    void countsOnlyPathsOfTheContractForAnOperation() throws Exception {
        try (MockGateway gateway = MockGateway.builder().start()) {
            assertThat(Call.path(gateway, "/x/y/register/search").status()).isEqualTo(404);

            assertThat(get(gateway, "/metrics"))
                    .contains("linkage_mock_requests_total{operation=\"none\",status=\"404\"} 1\n")
                    .doesNotContain("searchRegistration");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "tr-TR"})
    void writesForMachinesTheSameInAnyLocale(String locale) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        StringWriter log = new StringWriter();
        String metrics;
        try (MockGateway gateway = MockGateway.builder()
                .record(folder)
                .accessLog(new PrintWriter(log))
                .start()) {
            Call.path(gateway, "/register/nothing").send();
            metrics = get(gateway, "/metrics");
            assertThat(gateway.url().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+/v1/common/member");
        } finally {
            Locale.setDefault(before);
        }

        List<String> typed = names("# TYPE (\\S+) .*", metrics);
        assertThat(typed).hasSize(4).isEqualTo(names("# HELP (\\S+) .*", metrics));
        assertThat(metrics.lines()).allMatch(line -> line.matches("# .*|\\w+(\\{[^}]*\\})? [0-9.E+-]+"));
        assertThat(log.toString()).containsPattern(" none 404 ").matches("\\p{ASCII}+");
        assertThat(onlyFile().getFileName().toString()).matches("\\p{ASCII}+");
        assertThat(onlyFile()).content().contains("\"status\":404").matches("(?s)\\p{ASCII}+");
    }

    private static List<String> names(String line, String metrics) {
        return Pattern.compile("^" + line + "$", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void logsALineWithoutAnythingPersonal() throws IOException {
        StringWriter log = new StringWriter();
        try (MockGateway gateway =
                MockGateway.builder().accessLog(new PrintWriter(log)).start()) {
            Call.consent(gateway).send();
            Call.path(gateway, "/secret?secret=secret").method("SECRET").send();
        }

        assertThat(log.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(" POST searchConsent 200 "),
                        line -> assertThat(line).contains(" other none 404 "));
        assertThat(log.toString()).doesNotContain(PERSONAL);
    }

    @Test
    void recordsExchangesWithoutAnythingPersonal() throws IOException {
        try (MockGateway gateway = MockGateway.builder().record(folder).start()) {
            Call.consent(gateway).send();
            Call.registration(gateway)
                    .json(request -> {
                        request.put("secret", "secret");
                        request.withObject("/commonHeader").put("reqIdPlatform", "secret");
                    })
                    .send();
            Call.registration(gateway)
                    .header("secret", "secret")
                    .body("{\"partner\":{\"comId\":\"secret\"}}")
                    .send();
            Call.registration(gateway).body("secret").send();
            Call.path(gateway, "/secret").method("secret").body("").send();
        }

        String text = Files.readString(onlyFile());
        JsonNode entries = new ObjectMapper().readTree(text).at("/log/entries");
        assertThat(entries).hasSize(5);
        assertThat(entries.findValuesAsText("status")).containsExactly("200", "200", "400", "400", "404");
        assertThat(text).doesNotContain(PERSONAL).contains("F0995").contains("20190813");
        assertThat(violationsOfHar(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers-account-numbers-alone",
                "error-repeats-ci, service-unavailable",
                "error-repeats-name, service-unavailable",
                "error-repeats-key, service-unavailable",
                "secret",
            })
    void recordsNothingPersonalOfAFaultyResponse(String scenario) throws IOException {
        try (MockGateway gateway = MockGateway.builder().record(folder).start()) {
            Call.consent(gateway).header(MockGateway.SCENARIO_HEADER, scenario).send();
        }

        assertThat(onlyFile()).content().contains("\"status\":").doesNotContain(PERSONAL);
    }

    @Test
    void recordsNothingPersonalThatStandsWhereItDoesNotBelong() throws IOException {
        try (MockGateway gateway = MockGateway.builder().record(folder).start()) {
            Call.registration(gateway)
                    .json(request -> {
                        request.put("message", "secret").put("code", "secret");
                        request.withObject("/body").put("comId", "secret").put("result", "secret");
                    })
                    .send();
            Call.consent(gateway)
                    .header(MockGateway.SCENARIO_HEADER, "cuts-off-comId-on-consent")
                    .json(request -> request.withObject("/partner").put("comId", "secret"))
                    .send();
            Call.registration(gateway)
                    .header("Content-Type", MockGateway.DEFAULT_API_KEY)
                    .header(ServiceLinkageApi.API_KEY_HEADER, "application/json")
                    .send();
            Call.registration(gateway)
                    .header("Accept", "secret")
                    .header("Cache-Control", "secret")
                    .send();
        }

        assertThat(onlyFile()).content().contains("\"status\":").doesNotContain(PERSONAL);
        assertThat(new ObjectMapper()
                        .readTree(onlyFile().toFile())
                        .at("/log/entries")
                        .findValuesAsText("status"))
                .containsExactly("200", "200", "401", "200");
    }

    @Test
    void recordsWhatIsKnownToBeHarmless() throws IOException {
        try (MockGateway gateway = MockGateway.builder().record(folder).start()) {
            Call.consent(gateway).send();
            Call.consent(gateway).without(ServiceLinkageApi.API_KEY_HEADER).send();
        }

        assertThat(onlyFile())
                .content()
                .contains("F0995", "297", "20190813", "00991", "Unauthorized", "op-apim")
                .contains("{\"name\":\"Content-Type\",\"value\":\"application/json\"}");
    }

    private static List<Error> violationsOfHar(String text) throws IOException {
        try (InputStream schema = RecordingTest.class.getResourceAsStream("har-1.2.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(schema))
                    .validate(
                            text,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String get(MockGateway gateway, String path) throws Exception {
        URI uri = URI.create(gateway.url().toString().replace(ServiceLinkageApi.BASE_PATH, path));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
