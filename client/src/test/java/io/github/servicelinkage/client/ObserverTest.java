package io.github.servicelinkage.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.micrometer.MicrometerObserver;
import io.github.servicelinkage.client.observe.Observer;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.server.ScriptedServer;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ObserverTest {

    private final AtomicInteger attempts = new AtomicInteger();

    /** Resets the first connection, then responds. */
    private ScriptedServer server() {
        return ScriptedServer.start((request, connection) -> {
            if (attempts.incrementAndGet() == 1) {
                connection.reset();
            } else {
                connection.json(200, Bodies.MEMBER);
            }
        });
    }

    private static LinkageClient client(ScriptedServer server, Observer... observers) {
        LinkageClientBuilder builder =
                Clients.of(server).retryPolicy(RetryPolicy.standard().withInitialBackoff(Duration.ofNanos(1)));
        for (Observer observer : observers) {
            builder.observer(observer);
        }
        return builder.build();
    }

    @Test
    void seesEachAttemptAndItsEnd() {
        List<String> seen = new ArrayList<>();
        Observer observer = attempt -> {
            seen.add(attempt.operationId() + " " + attempt.number());
            return ending -> seen.add(ending.status() + " "
                    + ending.failure().map(failure -> failure.getClass().getSimpleName()));
        };
        try (ScriptedServer server = server();
                LinkageClient client = client(server, observer)) {
            client.searchRegistration(Clients.PERSON);

            assertThat(seen)
                    .containsExactly(
                            "searchRegistration 1",
                            "OptionalInt.empty Optional[" + ConnectionException.class.getSimpleName() + "]",
                            "searchRegistration 2",
                            "OptionalInt[200] Optional.empty");
        }
    }

    @Test
    void addsHeadersButDoesNotOverrideTheKey() {
        Observer observer = attempt -> {
            attempt.header("traceparent", "00-1-2-01");
            attempt.header("APIKEY", "stolen");
            return ending -> {};
        };
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady());
                LinkageClient client = client(server, observer)) {
            client.searchRegistration(Clients.PERSON);

            assertThat(server.requests().get(0).header("traceparent")).contains("00-1-2-01");
            assertThat(server.requests().get(0).header("apikey")).contains(Clients.KEY);
        }
    }

    @Test
    void doesNotDisturbTheCallWhenItFails() {
        Observer broken = attempt -> {
            throw new IllegalStateException("broken");
        };
        Observer brokenLater = attempt -> ending -> {
            throw new IllegalStateException("broken later");
        };
        try (ScriptedServer server = ScriptedServer.start(Bodies.everybodyIsReady());
                LinkageClient client = client(server, broken, brokenLater)) {
            assertThat(client.searchRegistration(Clients.PERSON).isMember()).isTrue();
        }
    }

    @Test
    void givesMicrometerOneObservationPerAttemptAndItsTracerTheHeaders() {
        List<Observation.Context> stopped = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<RequestReplySenderContext<Object, ?>>() {
            @Override
            public void onStart(RequestReplySenderContext<Object, ?> context) {
                context.getSetter().set(context.getCarrier(), "traceparent", "00-3-4-01");
            }

            @Override
            public void onStop(RequestReplySenderContext<Object, ?> context) {
                assertThat(registry.getCurrentObservation()).isNull();
                stopped.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return context instanceof RequestReplySenderContext;
            }
        });
        try (ScriptedServer server = server();
                LinkageClient client = client(server, new MicrometerObserver(registry))) {
            Membership result = client.searchRegistration(Clients.PERSON);

            assertThat(stopped).hasSize(2);
            assertThat(stopped.get(0).getError()).isInstanceOf(ConnectionException.class);
            assertThat(stopped.get(0).getLowCardinalityKeyValues())
                    .contains(KeyValue.of("status", "none"), KeyValue.of("exception", "ConnectionException"));
            assertThat(stopped.get(1).getLowCardinalityKeyValues())
                    .contains(
                            KeyValue.of("operation", "searchRegistration"),
                            KeyValue.of("status", "200"),
                            KeyValue.of("exception", "none"));
            assertThat(stopped.get(1).getHighCardinalityKeyValues())
                    .contains(KeyValue.of("reqIdConsumer", result.requestId()), KeyValue.of("attempt", "2"));
            assertThat(server.requests().get(1).header("traceparent")).contains("00-3-4-01");
        }
    }
}
