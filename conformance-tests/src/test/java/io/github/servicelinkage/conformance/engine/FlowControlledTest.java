package io.github.servicelinkage.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A target that asks to wait is waited for, up to a point. */
class FlowControlledTest {
    private static final Request REQUEST =
            Request.of("POST", "/consent/search", List.of(), JsonNodeFactory.instance.objectNode());

    private final Deque<Response> responses = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Exchange> askedToWait = new ArrayList<>();
    private final FlowControlled patient = new FlowControlled(
            request -> Exchange.of(request, responses.remove()),
            waits::add,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            askedToWait::add);

    @Test
    void waitsForSecondsAndGoesOn() {
        responses.add(response(429, Map.of("retry-after", List.of("2"))));
        responses.add(response(503, Map.of("retry-after", List.of("1"))));
        responses.add(response(200, Map.of()));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(askedToWait).hasSize(2);
    }

    @Test
    void waitsUntilADate() {
        responses.add(response(503, Map.of("retry-after", List.of("Thu, 1 Jan 2026 00:00:30 GMT"))));
        responses.add(response(200, Map.of()));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void endsTheRunWhereTheDailyQuotaIsUsedUp() {
        responses.add(response(429, Map.of()));

        assertThatThrownBy(() -> patient.send(REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("daily quota");
        assertThat(waits).isEmpty();
    }

    @Test
    void endsTheRunWhereNothingRemainsEvenIfARetryIsOffered() {
        responses.add(response(429, Map.of("retry-after", List.of("1"), "x-ratelimit-remaining-day", List.of("0"))));

        assertThatThrownBy(() -> patient.send(REQUEST)).isInstanceOf(RunEnded.class);
    }

    @Test
    void judgesA503ThatNamesNoTime() {
        responses.add(response(503, Map.of()));

        assertThat(status(patient.send(REQUEST))).isEqualTo(503);
    }

    @Test
    void doesNotWaitForHours() {
        responses.add(response(503, Map.of("retry-after", List.of("7200"))));

        assertThatThrownBy(() -> patient.send(REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("7200 seconds");
    }

    private static Response response(int status, Map<String, List<String>> headers) {
        return Response.of(status, headers, new byte[0], Optional.empty());
    }

    private static int status(Exchange exchange) {
        return exchange.response().orElseThrow().status();
    }
}
