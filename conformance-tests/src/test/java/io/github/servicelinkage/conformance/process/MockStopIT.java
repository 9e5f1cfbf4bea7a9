package io.github.servicelinkage.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.stub.api.ServiceLinkageApi;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mock gateway of the runnable JAR, when a signal ends it. */
class MockStopIT {
    private static final String JAR = System.getProperty("linkage.jar");
    private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+/v1/common/member)");
    private static final int CALLS = 20;
    /** Longer than a busy machine takes to stop listening, and well below the ten seconds that a stop grants. */
    private static final String LATE = "delay 4s";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path directory;

    @Test
    void losesNoAnswerOnItsWay() throws Exception {
        Map<String, String> key = Map.of("LINKAGE_API_KEY", "l7xx-key-of-this-test");
        try (JavaProcess mock = JavaProcess.java(directory, key, "-jar", JAR, "mock", "--port", "0", "--access-log")) {
            URI url = URI.create(mock.await(URL));
            String whole = client.send(call(url, "retry-after 0"), BodyHandlers.ofString())
                    .body();
            List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, CALLS)
                    .mapToObj(number -> number % 2 == 0 ? LATE : "slow")
                    .map(scenario -> client.sendAsync(call(url, scenario), BodyHandlers.ofString()))
                    .toList();
            awaitOnTheirWay(url);

            mock.terminate();

            awaitRefusal(url);
            assertThat(calls).as("answers after the port was closed").anyMatch(call -> !call.isDone());
            for (CompletableFuture<HttpResponse<String>> call : calls) {
                assertThat(call.get().statusCode()).isEqualTo(200);
                assertThat(call.get().body()).isEqualTo(whole);
            }
            assertThat(mock.exitCode()).as(mock.output()).isEqualTo(128 + 15);
            new ServerSocket(url.getPort()).close();
            assertThat(mock.output())
                    .contains(" POST searchRegistration 200 ")
                    .doesNotContain("l7xx-key-of-this-test", "Exception");
        }
    }

    private void awaitOnTheirWay(URI url) throws IOException, InterruptedException {
        HttpRequest metrics = HttpRequest.newBuilder(url.resolve("/metrics")).build();
        String all = "{operation=\"searchRegistration\",status=\"200\"} " + (CALLS + 1) + "\n";
        while (!client.send(metrics, BodyHandlers.ofString()).body().contains(all)) {
            Thread.sleep(5);
        }
    }

    /** Whoever asks {@code /health} from now on learns that this gateway takes no more. */
    private static void awaitRefusal(URI url) throws IOException, InterruptedException {
        while (true) {
            try {
                new Socket(url.getHost(), url.getPort()).close();
                Thread.sleep(5);
            } catch (ConnectException e) {
                return;
            }
        }
    }

    private static HttpRequest call(URI url, String scenario) {
        return HttpRequest.newBuilder(URI.create(url + "/register/search"))
                .header("Content-Type", "application/json")
                .header(ServiceLinkageApi.API_KEY_HEADER, "l7xx-key-of-this-test")
                .header("X-Mock-Scenario", scenario)
                .POST(BodyPublishers.ofString(ServiceLinkageApi.PERSON_REQUEST))
                .build();
    }
}
