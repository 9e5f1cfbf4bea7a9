package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.error.GatewayException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.github.servicelinkage.client.server.ScriptedServer.Script;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client in the hands of many callers at once, and what is left of it afterwards. */
@Timeout(60)
class ManyCallersTest {

    private static final int CALLERS = 64;
    private static final int ATTEMPTS = 3;
    private static final RetryPolicy POLICY =
            RetryPolicy.standard().withMaxAttempts(ATTEMPTS).withInitialBackoff(Duration.ofMillis(1));
    private static final Script SLOW_DOWN = (request, connection) -> connection.respond(
            429, "Content-Type: application/json\r\nRetry-After: 0\r\n", "{\"message\":\"API rate limit exceeded\"}");

    @Test
    void aStormOf429IsWaitedOutByEveryCaller() {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        Script firstRefused = (request, connection) -> {
            boolean first = refused.add(request.text());
            (first ? SLOW_DOWN : Bodies.everybodyIsReady()).respond(request, connection);
        };
        try (ScriptedServer server = ScriptedServer.start(firstRefused)) {
            callAtOnce(server, call -> assertThat(call.join().isMember()).isTrue());

            assertThat(server.requests()).hasSize(2 * CALLERS);
        }
    }

    @Test
    void aStormThatDoesNotEndIsToldToEveryCallerAndLeavesNoThreadAndNoConnection() {
        try (ScriptedServer server = ScriptedServer.start(SLOW_DOWN)) {
            callAtOnce(
                    server,
                    call -> assertThat(catchThrowableOfType(CompletionException.class, call::join))
                            .cause()
                            .isInstanceOfSatisfying(
                                    GatewayException.class,
                                    failure -> assertThat(failure.status()).isEqualTo(429)));

            assertThat(server.requests()).hasSize(ATTEMPTS * CALLERS);
            assertNothingIsLeft(server);
        }
    }

    /** In a method of its own, since a client that a frame may still use is not collected. */
    private static void callAtOnce(ScriptedServer server, Consumer<CompletableFuture<Membership>> check) {
        try (LinkageClient client = Clients.of(server).retryPolicy(POLICY).build()) {
            List<CompletableFuture<Membership>> calls = Stream.generate(
                            () -> client.searchRegistrationAsync(Clients.PERSON, CallOptions.standard()))
                    .limit(CALLERS)
                    .toList();
            assertThat(calls).allSatisfy(check);
        }
    }

    private static void assertNothingIsLeft(ScriptedServer server) {
        assertThat(Eventually.comesTrue(() -> {
                    System.gc(); // Java 17 ends an HTTP client when nothing refers to it.
                    return server.openConnections() == 0
                            && clientThreads().findAny().isEmpty();
                }))
                .as("threads %s", clientThreads().toList())
                .isTrue();
    }

    private static Stream<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("service-linkage-") || name.startsWith("HttpClient-"));
    }
}
