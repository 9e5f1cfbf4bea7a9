package io.github.servicelinkage.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.RunEnded;
import io.github.servicelinkage.conformance.message.Text;
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

/** Flow control (D12). */
class PatientTest {
    private static final Request REQUEST =
            Request.of("searchConsent", "POST", "/consent/search", List.of(), JsonNodeFactory.instance.objectNode());

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Exchange> flowControl = new ArrayList<>();
    private final Patient patient = new Patient(
            (description, request) -> Exchange.answered(description, request, answers.remove()),
            waits::add,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            flowControl::add);

    @Test
    void waitsForSecondsAndGoesOn() {
        answers.add(answer(429, Map.of("retry-after", List.of("2"))));
        answers.add(answer(503, Map.of("retry-after", List.of("1"))));
        answers.add(answer(200, Map.of()));

        assertThat(status(patient.exchange(Text.NONE, REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
        assertThat(flowControl).hasSize(2);
    }

    @Test
    void waitsUntilADate() {
        answers.add(answer(503, Map.of("retry-after", List.of("Thu, 1 Jan 2026 00:00:30 GMT"))));
        answers.add(answer(200, Map.of()));

        assertThat(status(patient.exchange(Text.NONE, REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void endsTheRunWhereTheDailyQuotaIsUsedUp() {
        answers.add(answer(429, Map.of()));

        assertThatThrownBy(() -> patient.exchange(Text.NONE, REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("daily quota");
        assertThat(waits).isEmpty();
    }

    @Test
    void endsTheRunWhereNothingRemainsEvenIfARetryIsOffered() {
        answers.add(answer(429, Map.of("retry-after", List.of("1"), "x-ratelimit-remaining-day", List.of("0"))));

        assertThatThrownBy(() -> patient.exchange(Text.NONE, REQUEST)).isInstanceOf(RunEnded.class);
    }

    @Test
    void judgesA503ThatNamesNoTime() {
        answers.add(answer(503, Map.of()));

        assertThat(status(patient.exchange(Text.NONE, REQUEST))).isEqualTo(503);
    }

    @Test
    void doesNotWaitForHours() {
        answers.add(answer(503, Map.of("retry-after", List.of("7200"))));

        assertThatThrownBy(() -> patient.exchange(Text.NONE, REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("7200 seconds");
    }

    private static Answer answer(int status, Map<String, List<String>> headers) {
        return Answer.of(status, headers, new byte[0], Optional.empty());
    }

    private static int status(Exchange exchange) {
        return exchange.answer().orElseThrow().status();
    }
}
