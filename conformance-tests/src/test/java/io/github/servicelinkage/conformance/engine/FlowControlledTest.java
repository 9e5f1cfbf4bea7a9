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
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that asks to wait is waited for, up to a point. */
class FlowControlledTest {
    private static final Request REQUEST =
            Request.of("POST", "/consent/search", List.of(), JsonNodeFactory.instance.objectNode());

    private final Deque<Response> responses = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Exchange> askedToWait = new ArrayList<>();
    private final List<Duration> told = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final Patience patience = new Patience(now::get, told::add);
    private final List<Duration> gaps = new ArrayList<>();
    private final AtomicBoolean limited = new AtomicBoolean();
    private final Pace pace = new Pace(
            request -> Exchange.of(request, responses.remove()), 0, gaps::add, now::get, () -> told.add(Duration.ZERO));
    private final FlowControlled patient = new FlowControlled(
            pace,
            exchange -> limited.get(),
            patience,
            wait -> {
                waits.add(wait);
                now.addAndGet(wait.toNanos());
            },
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
    void aDateIsByTheClockOfWhoSentIt() {
        responses.add(response(
                503,
                Map.of(
                        "retry-after", List.of("Thu, 01 Jan 2026 01:00:02 GMT"),
                        "date", List.of("Thu, 01 Jan 2026 01:00:00 GMT"))));
        responses.add(response(200, Map.of()));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 1 Jan 2026 00:00:30 GMT | 30",
                "Thu, 01 Jan 2026 00:00:30 GMT | 30",
                "Thursday, 01-Jan-26 00:00:30 GMT | 30",
                "Thu Jan  1 00:00:30 2026 | 30",
                "Wed, 31 Dec 2025 23:59:59 GMT | 0",
                "Sunday, 06-Nov-94 08:49:37 GMT | 0",
                "Sun Nov  6 08:49:37 1994 | 0",
                "0 | 0",
                "007 | 7",
            })
    void waitsForEveryFormOfRetryAfter(String retryAfter, long seconds) {
        responses.add(response(503, Map.of("retry-after", List.of(retryAfter))));
        responses.add(response(200, Map.of()));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void onlyTheFirstRepetitionComesAtOnce() {
        responses.addAll(Collections.nCopies(11, response(429, Map.of("retry-after", List.of("0")))));

        assertThat(status(patient.send(REQUEST))).isEqualTo(429);
        assertThat(waits.get(0)).isZero();
        assertThat(waits.subList(1, 10)).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void theRunEndsWhereTheTargetDoesNothingButAskToWait() {
        responses.addAll(Collections.nCopies(11, response(503, Map.of("retry-after", List.of("120")))));

        assertThatThrownBy(() -> patient.send(REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("For 5 minutes");
        assertThat(waits).hasSize(2);
        assertThat(told).as("said once").containsExactly(Duration.ofSeconds(120));
    }

    @Test
    void patienceBeginsAnewWithEveryResponse() {
        for (int i = 0; i < 10; i++) {
            responses.add(response(429, Map.of("retry-after", List.of("120"))));
            responses.add(response(200, Map.of()));
        }

        for (int i = 0; i < 10; i++) {
            assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "\u0661", "Fri, 99 Jan 2026 00:00:30 GMT"})
    void judgesA503WhoseTimeIsNone(String retryAfter) {
        responses.add(response(503, Map.of("retry-after", List.of(retryAfter))));

        assertThat(status(patient.send(REQUEST))).isEqualTo(503);
        assertThat(waits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "9223372036854775808", "99999999999999999999999"})
    void doesNotWaitForCenturies(String retryAfter) {
        responses.add(response(429, Map.of("retry-after", List.of(retryAfter))));

        assertThatThrownBy(() -> patient.send(REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("asks to retry after");
    }

    @Test
    void endsTheRunWhereA429NamesNothingAndStays() {
        responses.addAll(List.of(response(429, Map.of()), response(429, Map.of()), response(429, Map.of())));

        assertThatThrownBy(() -> patient.send(REQUEST))
                .isInstanceOf(RunEnded.class)
                .hasMessageContaining("daily quota");
        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(askedToWait).hasSize(3);
    }

    @Test
    void goesOnWhereA429NamesNothingAndPasses() {
        responses.addAll(List.of(response(429, Map.of()), response(200, Map.of())));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void waitsLongerEachTimeWhileQuotaRemains() {
        Response limited = response(429, Map.of("x-ratelimit-remaining-day", List.of("9")));
        responses.addAll(List.of(limited, limited, limited, limited, response(200, Map.of())));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
    }

    /** Others are served: what is turned away is not the quota of the day. */
    @Test
    void a429ThatNamesNothingIsNoUsedUpQuotaWhereOthersAreServed() {
        Response silent = response(429, Map.of());
        FlowControlled other = new FlowControlled(
                new Pace(request -> Exchange.of(request, response(200, Map.of())), 0, gaps::add, now::get, () -> {}),
                exchange -> false,
                patience,
                wait -> {},
                Clock.systemUTC(),
                askedToWait::add);
        FlowControlled turnedAway = new FlowControlled(
                pace, exchange -> false, patience, wait -> other.send(REQUEST), Clock.systemUTC(), askedToWait::add);
        responses.addAll(List.of(silent, silent, silent, silent, response(200, Map.of())));

        assertThat(status(turnedAway.send(REQUEST))).isEqualTo(200);
    }

    @Test
    void waitsForA503WithoutATimeThatALimiterGave() {
        limited.set(true);
        Response limit = response(503, Map.of());
        responses.addAll(List.of(limit, limit, limit, response(200, Map.of())));

        assertThat(status(patient.send(REQUEST))).isEqualTo(200);
        assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
        assertThat(askedToWait).hasSize(3);
    }

    /** Not after a single refusal, which may have any reason; and not where the target itself says when. */
    @Test
    void slowsDownWhereTwoInARowAreTurnedAwayWithoutATime() {
        Response silent = response(429, Map.of("x-ratelimit-remaining-day", List.of("9")));
        Response timed = response(429, Map.of("retry-after", List.of("1")));
        Response good = response(200, Map.of());
        responses.addAll(List.of(silent, good, silent, good, timed, timed, timed, good));
        for (int i = 0; i < 3; i++) {
            patient.send(REQUEST);
        }
        assertThat(told).containsExactly(Duration.ofSeconds(1));

        responses.addAll(List.of(silent, silent, good, good));
        patient.send(REQUEST);
        patient.send(REQUEST);

        assertThat(told).containsExactly(Duration.ofSeconds(1), Duration.ZERO);
        assertThat(gaps).containsExactly(Duration.ofMillis(25));
    }

    @Test
    void becomesFasterAgainAsRequestsAreServed() {
        Response silent = response(429, Map.of("x-ratelimit-remaining-day", List.of("9")));
        responses.addAll(List.of(silent, silent));
        responses.addAll(Collections.nCopies(52, response(200, Map.of())));
        for (int i = 0; i < 52; i++) {
            patient.send(REQUEST);
            now.addAndGet(gaps.stream().mapToLong(Duration::toNanos).sum());
            gaps.clear();
        }
        responses.add(response(200, Map.of()));
        responses.add(response(200, Map.of()));
        patient.send(REQUEST);
        patient.send(REQUEST);

        assertThat(gaps).first().isEqualTo(Duration.ofNanos(25_000_000L / 4 * 3 / 4 * 3));
    }

    @Test
    void givesUpAfterSomeRepetitions() {
        Response limited = response(429, Map.of("x-ratelimit-remaining-day", List.of("9")));
        responses.addAll(Collections.nCopies(11, limited));

        assertThat(status(patient.send(REQUEST))).isEqualTo(429);
        assertThat(waits).hasSize(10);
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
