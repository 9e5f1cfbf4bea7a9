package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.Connection;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.github.servicelinkage.client.server.ScriptedServer.Script;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing a client ends the calls under way, wherever they wait and in whatever thread, and refuses others. */
@Timeout(60)
class CloseTest {

    private static final int CALLS = 50;

    /** Far below the time limit of the calls: whoever waits for that is not ended by closing. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CountDownLatch arrived = new CountDownLatch(CALLS);

    /** Where a call waits. */
    enum Place {
        BEFORE_THE_HEAD(""),
        IN_THE_HEAD("HTTP/1.1 200 OK\r\nContent-Ty"),
        IN_THE_BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"result\":"),
        IN_A_CHUNK("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"re"),
        BEFORE_THE_NEXT_ATTEMPT("HTTP/1.1 503 Busy\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n");

        final byte[] response;

        Place(String response) {
            this.response = response.getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void blockingCallsEnd(Place place) throws Exception {
        ExecutorService callers = Executors.newCachedThreadPool();
        try (ScriptedServer server = ScriptedServer.start(waitingAt(place))) {
            LinkageClient client = patient(server).build();
            everyCallEnds(client, () -> CompletableFuture.runAsync(() -> client.nextStep(Clients.PERSON), callers));
        } finally {
            callers.shutdown();
            assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsInTheBackgroundEnd(Place place) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(waitingAt(place))) {
            LinkageClient client = patient(server).build();
            everyCallEnds(client, () -> client.searchConsentAsync(Clients.PERSON, CallOptions.standard()));
        }
        assertThat(Eventually.comesTrue(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("service-linkage"))))
                .as("no thread left")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void callsWithAnExecutorAndAnHttpClientOfOnesOwnEnd(Place place) throws Exception {
        ExecutorService own = Executors.newCachedThreadPool();
        try (ScriptedServer server = ScriptedServer.start(waitingAt(place))) {
            // Its own threads would outlive the test by a minute.
            HttpClient http = HttpClient.newBuilder().executor(own).build();
            LinkageClient client =
                    patient(server).executor(own).httpClient(http).build();
            everyCallEnds(client, () -> client.searchRegistrationAsync(Clients.PERSON, CallOptions.standard()));
            assertThat(own.submit(Thread::interrupted).get())
                    .as("a thread of the executor is left interrupted")
                    .isFalse();
        } finally {
            own.shutdown();
        }
    }

    @Test
    void aCallThatWasAcceptedButHasNotBegunEnds() {
        List<Runnable> queue = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady())) {
            LinkageClient client = Clients.of(server).executor(queue::add).build();
            CompletableFuture<NextStep> call = client.nextStepAsync(Clients.PERSON, CallOptions.standard());

            client.close();
            queue.forEach(Runnable::run);

            assertThatThrownBy(call::join).hasCauseInstanceOf(ConnectionException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aClosedClientRefusesCallsOfEitherKindAlike() {
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady())) {
            LinkageClient client = Clients.of(server).build();
            client.close();
            client.close();

            assertThatThrownBy(() -> client.nextStep(Clients.PERSON))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> client.nextStepAsync(Clients.PERSON, CallOptions.standard())
                            .join())
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anExecutorThatRefusesFailsTheFuture() {
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady())) {
            ExecutorService ended = Executors.newCachedThreadPool();
            ended.shutdown();
            try (LinkageClient client = Clients.of(server).executor(ended).build()) {
                assertThatThrownBy(() -> client.searchConsentAsync(Clients.PERSON, CallOptions.standard())
                                .join())
                        .hasCauseInstanceOf(RejectedExecutionException.class);
            }
        }
    }

    private void everyCallEnds(LinkageClient client, Supplier<CompletableFuture<?>> call) throws Exception {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(call.get());
        }
        arrived.await();

        client.close();

        for (CompletableFuture<?> each : calls) {
            assertThat(each)
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(ConnectionException.class, failure -> {
                        assertThat(failure).hasMessageContaining("closed while");
                        assertThat(failure.isTransient()).isFalse();
                        assertThat(failure.requestId()).isNotEmpty();
                    });
        }
    }

    private static LinkageClientBuilder patient(ScriptedServer server) {
        return Clients.of(server)
                .timeout(Duration.ofMinutes(5))
                .retryPolicy(RetryPolicy.standard().withMaxElapsedTime(Duration.ofMinutes(10)));
    }

    private Script waitingAt(Place place) {
        return (Request request, Connection connection) -> {
            connection.write(place.response);
            arrived.countDown();
            if (place != Place.BEFORE_THE_NEXT_ATTEMPT) {
                waitForTheEnd(connection);
            }
        };
    }

    private static void waitForTheEnd(Connection connection) throws IOException {
        while (connection.socket().getInputStream().read() >= 0) {
            // Nothing more is expected.
        }
    }
}
