package io.github.servicelinkage.stub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    @TempDir
    private static Path folder;

    private static MockGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        gateway = MockGateway.builder().generatedTls(folder.resolve("ca.pem")).start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void servesWhoeverTrustsTheGeneratedAuthority(Version version) throws Exception {
        HttpResponse<String> response = TlsClients.client(version, folder.resolve("ca.pem"))
                .send(TlsClients.request(gateway), BodyHandlers.ofString());

        assertThat(gateway.url().getScheme()).isEqualTo("https");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(version);
    }

    @Test
    void refusesAnOversizedBodyOverHttp2() throws Exception {
        HttpRequest large = HttpRequest.newBuilder(TlsClients.request(gateway), (name, value) -> true)
                .POST(BodyPublishers.ofString("x".repeat(1_200_000)))
                .build();

        HttpResponse<String> response =
                TlsClients.client(Version.HTTP_2, folder.resolve("ca.pem")).send(large, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        // This client puts up with the field, others do not.
        assertThat(response.headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void refusesAnOversizedHeadOverHttp2AndServesOn() throws Exception {
        HttpClient client = TlsClients.client(Version.HTTP_2, folder.resolve("ca.pem"));

        assertThat(client.send(TlsClients.request(gateway, "X", "x".repeat(15_000)), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send(TlsClients.request(gateway, "X", "x".repeat(17_000)), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(431);
        assertThatThrownBy(() ->
                        client.send(TlsClients.request(gateway, "X", "x".repeat(40_000)), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(client.send(TlsClients.request(gateway), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "truncated", "wrong-length"})
    void breaksTheStreamWhenAskedTo(String scenario) throws Exception {
        HttpClient client = TlsClients.client(Version.HTTP_2, folder.resolve("ca.pem"));

        assertThatThrownBy(() -> client.send(
                        TlsClients.request(gateway, MockGateway.SCENARIO_HEADER, scenario), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(client.send(TlsClients.request(gateway), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isTrustedByNobodyElse() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(TlsClients.request(gateway), BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void speaksHttp1WithoutTlsWhateverIsAskedFor() throws Exception {
        try (MockGateway plain = MockGateway.builder().start()) {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .version(Version.HTTP_2)
                    .build()
                    .send(TlsClients.request(plain), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(Version.HTTP_1_1);
        }
    }
}
