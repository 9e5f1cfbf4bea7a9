package io.github.servicelinkage.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.call.RawAnswer;
import io.github.servicelinkage.client.call.RetryPolicy;
import io.github.servicelinkage.client.error.CallInterruptedException;
import io.github.servicelinkage.client.error.CallTimeoutException;
import io.github.servicelinkage.client.error.ConnectionException;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a call is repeated and how long it waits, in a time that passes only when somebody waits. */
class RetryingTest {

    private static final RetryPolicy POLICY = RetryPolicy.standard()
            .withTries(5)
            .withFirstWait(Duration.ofMillis(100))
            .withLongestWait(Duration.ofMillis(350))
            .withTotalTime(Duration.ofSeconds(60));

    /** Draws the longest wait that is allowed. */
    private static final RandomGenerator HIGHEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final List<Duration> waits = new ArrayList<>();
    private final List<Call> sent = new ArrayList<>();
    private long now;

    private final Pause virtual = new Pause() {
        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            waits.add(duration);
            now += duration.toNanos();
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void repeatsATransientStatusWithWaitsThatDoubleUpToTheLongest(int status) {
        Reply reply =
                send(POLICY, List.of(answer(status), answer(status), answer(status), answer(status), answer(200)));

        assertThat(reply.answer().status()).isEqualTo(200);
        assertThat(waits).extracting(Duration::toMillis).containsExactly(100L, 200L, 350L, 350L);
        assertThat(sent).extracting(Call::attempt).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void drawsEachWaitFromZero() {
        RandomGenerator lowest = () -> 0L;
        new Retrying(play(List.of(answer(503), answer(200))), Clock.systemUTC(), virtual, lowest).send(call(POLICY));

        assertThat(waits).containsExactly(Duration.ZERO);
    }

    @Test
    void givesUpAfterTheTriesOfThePolicy() {
        Reply reply = send(POLICY.withTries(2), List.of(answer(503), answer(504), answer(200)));

        assertThat(reply.answer().status()).isEqualTo(504);
        assertThat(sent).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 405, 415, 500, 501, 505})
    void doesNotRepeatAnyOtherStatus(int status) {
        assertThat(send(POLICY, List.of(answer(status), answer(200))).answer().status())
                .isEqualTo(status);
        assertThat(sent).hasSize(1);
    }

    @Test
    void waitsAsLongAsTheGatewayAsksInSeconds() {
        send(POLICY, List.of(answer(429, "Retry-After", "7"), answer(200)));

        assertThat(waits).containsExactly(Duration.ofMillis(7_100));
    }

    @ParameterizedTest
    @CsvSource({"'Wed, 25 Nov 2026 00:00:09 GMT',9100", "'Tue, 24 Nov 2026 00:00:00 GMT',100"})
    void waitsUntilTheDateThatTheGatewayNames(String date, long expected) {
        send(POLICY, List.of(answer(503, "Retry-After", date), answer(200)));

        assertThat(waits).extracting(Duration::toMillis).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999"})
    void passesOverARetryAfterThatIsNeitherSecondsNorADate(String value) {
        send(POLICY, List.of(answer(503, "Retry-After", value), answer(200)));

        assertThat(waits).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void doesNotWaitBeyondTheTotalTime() {
        Reply reply = send(POLICY, List.of(answer(429, "Retry-After", "60"), answer(200)));

        assertThat(reply.answer().status()).isEqualTo(429);
        assertThat(waits).isEmpty();
    }

    @Test
    void neverRepeatsWhenTheDailyQuotaIsUsedUp() {
        assertThat(send(POLICY, List.of(answer(429), answer(200))).answer().status())
                .isEqualTo(429);
        assertThat(send(POLICY, List.of(answer(429, "Retry-After", "1", "X-RateLimit-Remaining-Day", "0"), answer(200)))
                        .answer()
                        .status())
                .isEqualTo(429);
        assertThat(waits).isEmpty();
    }

    @Test
    void givesTheLastTryOnlyWhatIsLeftOfTheTotalTime() {
        RetryPolicy policy = POLICY.withTotalTime(Duration.ofSeconds(12));
        send(policy, List.of(answer(429, "Retry-After", "5"), answer(200)));

        assertThat(sent).extracting(Call::timeout).containsExactly(Duration.ofSeconds(10), Duration.ofMillis(6_900));
    }

    @Test
    void repeatsAConnectionFailure() {
        Reply reply = send(POLICY, List.of(failure(new IOException("reset")), answer(200)));

        assertThat(reply.answer().status()).isEqualTo(200);
        assertThat(sent).hasSize(2);
    }

    @Test
    void throwsTheLastConnectionFailure() {
        assertThatThrownBy(() -> send(
                        POLICY.withTries(2), List.of(failure(new IOException("one")), failure(new IOException("two")))))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("two");
    }

    @Test
    void doesNotRepeatWhenACertificateWasRefused() {
        IOException refused = new SSLHandshakeException("PKIX path building failed");
        refused.initCause(new CertificateException("no"));

        assertThatThrownBy(() -> send(POLICY, List.of(failure(refused), answer(200))))
                .isInstanceOf(ConnectionException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void doesNotRepeatATimeout() {
        Function<Call, Reply> late = call -> {
            throw new CallTimeoutException("id", Duration.ofSeconds(1));
        };

        assertThatThrownBy(() -> send(POLICY, List.of(late, answer(200)))).isInstanceOf(CallTimeoutException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        Thread.currentThread().interrupt();
        Retrying retrying =
                new Retrying(play(List.of(answer(503), answer(200))), Clock.systemUTC(), Pause.REAL, HIGHEST);

        CallInterruptedException failure =
                catchThrowableOfType(CallInterruptedException.class, () -> retrying.send(call(POLICY)));

        assertThat(failure.requestId()).isEqualTo("id");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasSize(1);
    }

    private Reply send(RetryPolicy policy, List<Function<Call, Reply>> replies) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);
        return new Retrying(play(replies), clock, virtual, HIGHEST).send(call(policy));
    }

    private Transport play(List<Function<Call, Reply>> replies) {
        Deque<Function<Call, Reply>> left = new ArrayDeque<>(replies);
        return call -> {
            sent.add(call);
            return left.pop().apply(call);
        };
    }

    private static Call call(RetryPolicy policy) {
        CallOptions options =
                CallOptions.standard().withTimeout(Duration.ofSeconds(10)).withRetryPolicy(policy);
        return Call.of(ServiceLinkageApi.SEARCH_CONSENT, options, id -> id, new Redaction(List.of()))
                .withRequestId("id");
    }

    private static Function<Call, Reply> answer(int status, String... headers) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], List.of(headers[i + 1]));
        }
        RawAnswer answer = new RawAnswer(status, HttpHeaders.of(fields, (name, value) -> true), new byte[0]);
        return call -> new Reply(call, answer, null);
    }

    private static Function<Call, Reply> failure(IOException cause) {
        return call -> {
            throw new ConnectionException("id", "host", cause);
        };
    }
}
