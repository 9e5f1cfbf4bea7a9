package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.servicelinkage.client.error.CallInterruptedException;
import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.server.Connection;
import io.github.servicelinkage.client.server.Request;
import io.github.servicelinkage.client.server.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls in other threads, and calls that nobody waits for any more. */
@Timeout(120)
class AsyncTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);

    @Test
    void completesWithTheSameResult() {
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady());
                LinkageClient client = Clients.of(server).build()) {
            CallOptions options = CallOptions.standard();
            assertThat(client.searchRegistrationAsync(Clients.PERSON, options)
                            .join()
                            .isMember())
                    .isTrue();
            assertThat(client.searchConsentAsync(Clients.PERSON, options).join().accounts())
                    .hasSize(2);
            assertThat(client.nextStepAsync(Clients.PERSON, options).join()).isInstanceOf(NextStep.Ready.class);
        }
    }

    @Test
    void completesWithTheSameException() {
        try (ScriptedServer server = ScriptedServer.start((request, connection) -> connection.reset());
                LinkageClient client = Clients.of(server).build()) {
            assertThatThrownBy(() -> client.searchConsentAsync(Clients.PERSON, CallOptions.standard())
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void cancellingGivesTheRequestUp() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(this::neverRespond);
                LinkageClient client = patient(server)) {
            CompletableFuture<Membership> call = client.searchRegistrationAsync(Clients.PERSON, CallOptions.standard());
            arrived.await();

            call.cancel(true);

            assertThat(gone.await(30, TimeUnit.SECONDS)).as("connection closed").isTrue();
        }
    }

    @Test
    void aTimeoutOfTheFutureGivesTheRequestUp() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(this::neverRespond);
                LinkageClient client = patient(server)) {
            CompletableFuture<ConnectedAccounts> call =
                    client.searchConsentAsync(Clients.PERSON, CallOptions.standard());
            arrived.await();

            call.orTimeout(1, TimeUnit.MILLISECONDS);

            assertThatThrownBy(call::join).hasCauseInstanceOf(TimeoutException.class);
            assertThat(gone.await(30, TimeUnit.SECONDS)).as("connection closed").isTrue();
        }
    }

    @Test
    void interruptingTheCallerGivesTheRequestUp() throws Exception {
        AtomicReference<LinkageException> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        try (ScriptedServer server = ScriptedServer.start(this::neverRespond);
                LinkageClient client = patient(server)) {
            Thread caller = new Thread(() -> {
                try {
                    client.searchRegistration(Clients.PERSON);
                } catch (LinkageException expected) {
                    failure.set(expected);
                    flag.set(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            arrived.await();

            caller.interrupt();
            caller.join();

            assertThat(failure.get()).isInstanceOf(CallInterruptedException.class);
            assertThat(failure.get().requestId()).isNotEmpty();
            assertThat(flag.get()).isTrue();
            assertThat(gone.await(30, TimeUnit.SECONDS)).as("connection closed").isTrue();
        }
    }

    private static LinkageClient patient(ScriptedServer server) {
        return Clients.of(server).timeout(Duration.ofMinutes(5)).build();
    }

    private void neverRespond(Request request, Connection connection) throws IOException {
        arrived.countDown();
        try {
            while (connection.socket().getInputStream().read() >= 0) {
                // Nothing more is expected.
            }
        } finally {
            gone.countDown();
        }
    }
}
