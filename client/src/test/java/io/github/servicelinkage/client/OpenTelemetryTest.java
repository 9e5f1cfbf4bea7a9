package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.observe.Observer;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A trace that begins in front of the client goes on in its observers and, attempt by attempt, at the gateway. */
class OpenTelemetryTest {

    private final Telemetry telemetry = new Telemetry();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    /** Which span was current when an observer was told of a beginning or an end. */
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
        telemetry.close();
    }

    @Test
    void aCallInTheCallersThreadIsPartOfItsTrace() {
        assertBothAttemptsArePartOfTheTrace(client -> client.searchRegistration(Clients.PERSON));
    }

    @Test
    void aCallInAnotherThreadIsPartOfTheTraceIfItsExecutorHandsTheContextOn() throws Exception {
        assertBothAttemptsArePartOfTheTrace(
                client -> client.searchRegistrationAsync(Clients.PERSON, CallOptions.standard())
                        .join());

        assertThat(threads.submit(() -> Span.current().getSpanContext().isValid())
                        .get())
                .as("a span is left in the thread")
                .isFalse();
    }

    private void assertBothAttemptsArePartOfTheTrace(Consumer<LinkageClient> call) {
        AtomicInteger attempts = new AtomicInteger();
        Observer watcher = attempt -> {
            seen.add(Span.current().getSpanContext().getSpanId());
            return ending -> seen.add(Span.current().getSpanContext().getSpanId());
        };
        Span caller = telemetry.caller();
        try (ScriptedServer server = ScriptedServer.start((request, connection) ->
                        connection.json(attempts.incrementAndGet() == 1 ? 503 : 200, Bodies.MEMBER));
                LinkageClient client = Clients.of(server)
                        .retryPolicy(RetryPolicy.standard().withInitialBackoff(Duration.ofNanos(1)))
                        .executor(Context.taskWrapping(threads))
                        .observer(telemetry.observer())
                        .observer(watcher)
                        .build()) {
            Context.current()
                    .with(caller)
                    .wrap(() -> {
                        call.accept(client);
                        assertThat(Span.current()).as("current after the call").isSameAs(caller);
                    })
                    .run();

            List<SpanData> spans = telemetry.finished();
            assertThat(spans).hasSize(2).allSatisfy(span -> {
                assertThat(span.getName()).isEqualTo("searchRegistration");
                assertThat(span.getTraceId()).isEqualTo(caller.getSpanContext().getTraceId());
                assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
                assertThat(span.getParentSpanId())
                        .isEqualTo(caller.getSpanContext().getSpanId());
            });
            assertThat(spans)
                    .extracting(span -> span.getAttributes().get(AttributeKey.stringKey("status")))
                    .containsExactly("503", "200");
            assertThat(server.requests())
                    .extracting(request -> request.header("traceparent").orElse("none"))
                    .containsExactly(traceparent(spans.get(0)), traceparent(spans.get(1)));
            assertThat(seen)
                    .containsExactly(
                            spans.get(0).getSpanId(),
                            spans.get(0).getSpanId(),
                            spans.get(1).getSpanId(),
                            spans.get(1).getSpanId());
        } finally {
            caller.end();
        }
    }

    private static String traceparent(SpanData span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getSpanContext().getTraceFlags().asHex();
    }
}
