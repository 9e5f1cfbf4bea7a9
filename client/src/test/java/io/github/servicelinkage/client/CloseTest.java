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
import java.util.Set;
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
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();

    private final CountDownLatch arrived = new CountDownLatch(CALLS);

    /** Where a call waits. */
    enum Place {
        BEFORE_THE_HEAD(""),
        IN_THE_HEAD("HTTP/1.1 200 OK\r\nContent-Ty"),
        IN_THE_BODY("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"result\":"),
        IN_A_CHUNK("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"re"),
        BEFORE_THE_NEXT_ATTEMPT("HTTP/1.1 503 Busy\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n");

        final byte[] response;

        boolean isAfterTheHead() {
            return compareTo(IN_THE_HEAD) > 0;
        }

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
            assertNothingIsLeft(server);
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
            assertNothingIsLeft(server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsWithAnExecutorOfOnesOwnEnd(Place place) throws Exception {
        ExecutorService own = Executors.newCachedThreadPool();
        try (ScriptedServer server = ScriptedServer.start(waitingAt(place))) {
            LinkageClient client = patient(server).executor(own).build();
            everyCallEnds(client, () -> client.searchRegistrationAsync(Clients.PERSON, CallOptions.standard()));
            assertThat(own.submit(Thread::interrupted).get())
                    .as("a thread of the executor is left interrupted")
                    .isFalse();
            assertNothingIsLeft(server);
        } finally {
            own.shutdown();
        }
    }

    @Test
    void callsWithAnHttpClientOfOnesOwnEnd() throws Exception {
        for (Place place : Place.values()) {
            CountDownLatch answered = new CountDownLatch(CALLS);
            try (ScriptedServer server = ScriptedServer.start(waitingAt(place, answered))) {
                withAnHttpClientOfOnesOwn(server, place, answered);
            }
        }
        assertThat(Eventually.comesTrue(() -> {
                    System.gc(); // They stay usable, and end when nothing refers to them.
                    return clientThreads().isEmpty();
                }))
                .as("threads %s", clientThreads())
                .isTrue();
    }

    /** In a method of its own, since a client that a frame may still use is not collected. */
    private static void withAnHttpClientOfOnesOwn(ScriptedServer server, Place place, CountDownLatch answered)
            throws Exception {
        // Its own threads would outlive the test by a minute.
        ExecutorService workers = Executors.newCachedThreadPool();
        CountDownLatch begun = new CountDownLatch(CALLS);
        HttpClient http = HttpClient.newBuilder().executor(workers).build();
        LinkageClient client = patient(server)
                .httpClient(new HeadsReceived(http, begun::countDown))
                .build();
        try {
            everyCallEnds(
                    client,
                    place.isAfterTheHead() ? begun : answered,
                    () -> client.searchRegistrationAsync(Clients.PERSON, CallOptions.standard()));
        } finally {
            workers.shutdown();
        }
    }

    /** Java 17 counts the requests that it has interrupted wrongly, and would wait for them for ever. */
    @Test
    void aClientWhoseCallsWereCancelledEnds() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(waitingAt(Place.IN_THE_BODY))) {
            LinkageClient client = patient(server).build();
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                calls.add(client.searchConsentAsync(Clients.PERSON, CallOptions.standard()));
            }
            arrived.await();
            calls.forEach(call -> call.cancel(true));

            client.close();

            assertNothingIsLeft(server);
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
        everyCallEnds(client, arrived, call);
    }

    private static void everyCallEnds(LinkageClient client, CountDownLatch begun, Supplier<CompletableFuture<?>> call)
            throws Exception {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(call.get());
        }
        begun.await();

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

    /** Without the garbage collector, on Java 17 too. */
    private void assertNothingIsLeft(ScriptedServer server) {
        assertThat(Eventually.comesTrue(SOON, () -> clientThreads().isEmpty() && server.openConnections() == 0))
                .as("threads %s and %d connections", clientThreads(), server.openConnections())
                .isTrue();
    }

    private List<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("service-linkage-") || name.startsWith("HttpClient-"))
                .toList();
    }

    private static LinkageClientBuilder patient(ScriptedServer server) {
        return Clients.of(server)
                .timeout(Duration.ofMinutes(5))
                .retryPolicy(RetryPolicy.standard().withMaxElapsedTime(Duration.ofMinutes(10)));
    }

    private Script waitingAt(Place place) {
        return waitingAt(place, arrived);
    }

    private static Script waitingAt(Place place, CountDownLatch answered) {
        return (Request request, Connection connection) -> {
            connection.write(place.response);
            answered.countDown();
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
