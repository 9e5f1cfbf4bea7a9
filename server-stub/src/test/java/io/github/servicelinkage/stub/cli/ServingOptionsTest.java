package io.github.servicelinkage.stub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the options of the command come to, seen by a caller. */
class ServingOptionsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void seedFixesWhatIsRandom() throws Exception {
        List<Integer> first = flaky("--seed=1");

        assertThat(first).contains(200, 503).isEqualTo(flaky("--seed=1")).isNotEqualTo(flaky("--seed=2"));
    }

    @Test
    @EnabledOnOs(OS.LINUX) // elsewhere the loopback interface has one address only
    void hostOpensTheGateway() throws Exception {
        try (RunningCommand command = command("--host=0.0.0.0")) {
            new Socket("127.0.0.2", command.url().getPort()).close();
        }
    }

    @Test
    void tlsGenerateWritesTheAuthority() throws Exception {
        Path authority = folder.resolve("ca.pem");
        try (RunningCommand command = command("--tls-generate=" + authority)) {
            assertThat(command.url().getScheme()).isEqualTo("https");
            assertThat(authority).content().startsWith("-----BEGIN CERTIFICATE-----");
        }
    }

    @Test
    void accessLogShowsWhatWasDoneAndNothingPersonal() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "l7xx-very-secret-key");
        try (RunningCommand command = command("--access-log", "--api-key-file=" + key, "--data=" + people())) {
            assertThat(status(command.url(), "l7xx-very-secret-key", "delay 0ms"))
                    .isEqualTo(200);
            assertThat(command.outputWith(" POST searchRegistration 200 "))
                    .doesNotContain("very-secret", "박환덕", "QciuDFKL");
        }
    }

    private Path people() throws IOException {
        return Files.writeString(folder.resolve("people.yaml"), """
                partners: [ { comId: F0995, services: ["297"] } ]
                companies: {}
                people: []
                """);
    }

    private static List<Integer> flaky(String seed) throws Exception {
        try (RunningCommand command = command(seed)) {
            List<Integer> statuses = new ArrayList<>();
            for (int number = 0; number < 30; number++) {
                statuses.add(status(command.url(), MockGateway.DEFAULT_API_KEY, "flaky 50%, service-unavailable"));
            }
            return statuses;
        }
    }

    private static RunningCommand command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--port=0", "--lang=en"));
        all.addAll(List.of(arguments));
        return new RunningCommand(all.toArray(String[]::new));
    }

    private static int status(URI url, String key, String scenario) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/register/search"))
                .header("Content-Type", "application/json")
                .header(ServiceLinkageApi.API_KEY_HEADER, key)
                .header(MockGateway.SCENARIO_HEADER, scenario)
                .POST(BodyPublishers.ofString(ServiceLinkageApi.PERSON_REQUEST))
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }
}
