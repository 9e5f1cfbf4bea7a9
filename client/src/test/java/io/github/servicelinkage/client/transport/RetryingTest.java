package io.github.servicelinkage.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.error.CallInterruptedException;
import io.github.servicelinkage.client.error.CallTimeoutException;
import io.github.servicelinkage.client.error.ConnectionException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.client.response.RawResponse;
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

/** When a call is retried and how long it waits, in a time that passes only while it waits. */
class RetryingTest {

    private static final RetryPolicy POLICY = RetryPolicy.standard()
            .withMaxAttempts(5)
            .withInitialBackoff(Duration.ofMillis(100))
            .withMaxBackoff(Duration.ofMillis(350))
            .withMaxElapsedTime(Duration.ofSeconds(60));

    /** Draws the longest delay that is allowed. */
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

    private final List<Duration> delays = new ArrayList<>();
    private final List<OutgoingCall> sent = new ArrayList<>();
    private long now;

    private final Time virtual = new Time() {
        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            delays.add(duration);
            now += duration.toNanos();
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void retriesATransientStatusWithABackoffThatDoublesUpToTheMaximum(int status) {
        RawResponse response = send(
                POLICY, List.of(response(status), response(status), response(status), response(status), response(200)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(delays).extracting(Duration::toMillis).containsExactly(100L, 200L, 350L, 350L);
        assertThat(sent).extracting(OutgoingCall::attempt).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void drawsEachDelayFromZero() {
        RandomGenerator lowest = () -> 0L;
        new Retrying(
                        play(List.of(response(503), response(200))),
                        Clock.systemUTC(),
                        virtual,
                        lowest,
                        new CallsUnderWay())
                .send(call(POLICY));

        assertThat(delays).containsExactly(Duration.ZERO);
    }

    @Test
    void waitsAtLeastTheInitialBackoffWhereTheGatewayAsksForNoTime() {
        RandomGenerator lowest = () -> 0L;
        new Retrying(
                        play(List.of(response(429, "Retry-After", "0"), response(200))),
                        Clock.systemUTC(),
                        virtual,
                        lowest,
                        new CallsUnderWay())
                .send(call(POLICY));

        assertThat(delays).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void givesUpAfterTheAttemptsOfThePolicy() {
        RawResponse response = send(POLICY.withMaxAttempts(2), List.of(response(503), response(504), response(200)));

        assertThat(response.status()).isEqualTo(504);
        assertThat(sent).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 405, 415, 500, 501, 505})
    void doesNotRetryAnyOtherStatus(int status) {
        assertThat(send(POLICY, List.of(response(status), response(200))).status())
                .isEqualTo(status);
        assertThat(sent).hasSize(1);
    }

    @Test
    void waitsAsLongAsTheGatewayAsksInSeconds() {
        send(POLICY, List.of(response(429, "Retry-After", "7"), response(200)));

        assertThat(delays).containsExactly(Duration.ofMillis(7_100));
    }

    @ParameterizedTest
    @CsvSource({
        "'Wed, 25 Nov 2026 00:00:09 GMT',9100",
        "'Tue, 24 Nov 2026 00:00:00 GMT',200",
        "'Wednesday, 25-Nov-26 00:00:09 GMT',9100",
        "'Sunday, 06-Nov-94 08:49:37 GMT',200",
        "'Wed Nov 25 00:00:09 2026',9100",
        "'Sun Nov  6 08:49:37 1994',200"
    })
    void waitsUntilTheDateThatTheGatewayNames(String date, long expected) {
        send(POLICY, List.of(response(503, "Retry-After", date), response(200)));

        assertThat(delays).extracting(Duration::toMillis).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "Wed, 31 Feb 2026 00:00:09 GMT", "Wed Nov 25", "٣"})
    void ignoresARetryAfterThatIsNeitherSecondsNorADate(String value) {
        send(POLICY, List.of(response(503, "Retry-After", value), response(200)));

        assertThat(delays).containsExactly(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000",
                "99999999999",
                "99999999999999999999999999",
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "Friday, 31-Dec-49 23:59:59 GMT"
            })
    void doesNotRetryWhereTheGatewayAsksForMoreThanAnybodyWaits(String value) {
        assertThat(send(POLICY, List.of(response(503, "Retry-After", value), response(200)))
                        .status())
                .isEqualTo(503);
        assertThat(delays).isEmpty();
    }

    @Test
    void readsLeadingZeros() {
        send(POLICY, List.of(response(503, "Retry-After", "0000000000007"), response(200)));

        assertThat(delays).containsExactly(Duration.ofMillis(7_100));
    }

    @Test
    void doesNotWaitBeyondTheMaximumElapsedTime() {
        RawResponse response = send(POLICY, List.of(response(429, "Retry-After", "60"), response(200)));

        assertThat(response.status()).isEqualTo(429);
        assertThat(delays).isEmpty();
    }

    @Test
    void neverRetriesWhenTheDailyQuotaIsUsedUp() {
        assertThat(send(POLICY, List.of(response(429), response(200))).status()).isEqualTo(429);
        assertThat(send(
                                POLICY,
                                List.of(
                                        response(429, "Retry-After", "1", "X-RateLimit-Remaining-Day", "0"),
                                        response(200)))
                        .status())
                .isEqualTo(429);
        assertThat(delays).isEmpty();
    }

    @Test
    void givesTheLastAttemptOnlyWhatIsLeftOfTheElapsedTime() {
        RetryPolicy policy = POLICY.withMaxElapsedTime(Duration.ofSeconds(12));
        send(policy, List.of(response(429, "Retry-After", "5"), response(200)));

        assertThat(sent)
                .extracting(OutgoingCall::timeout)
                .containsExactly(Duration.ofSeconds(10), Duration.ofMillis(6_900));
    }

    @Test
    void retriesAConnectionFailure() {
        RawResponse response = send(POLICY, List.of(failure(new IOException("reset")), response(200)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(sent).hasSize(2);
    }

    @Test
    void throwsTheLastConnectionFailure() {
        assertThatThrownBy(() -> send(
                        POLICY.withMaxAttempts(2),
                        List.of(failure(new IOException("one")), failure(new IOException("two")))))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("two");
    }

    @Test
    void doesNotRetryWhenACertificateWasRefused() {
        IOException refused = new SSLHandshakeException("PKIX path building failed");
        refused.initCause(new CertificateException("no"));

        assertThatThrownBy(() -> send(POLICY, List.of(failure(refused), response(200))))
                .isInstanceOf(ConnectionException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void doesNotRetryATimeout() {
        Function<OutgoingCall, RawResponse> late = call -> {
            throw new CallTimeoutException("id", Duration.ofSeconds(1));
        };

        assertThatThrownBy(() -> send(POLICY, List.of(late, response(200)))).isInstanceOf(CallTimeoutException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        Thread.currentThread().interrupt();
        Retrying retrying = new Retrying(
                play(List.of(response(503), response(200))),
                Clock.systemUTC(),
                Time.SYSTEM,
                HIGHEST,
                new CallsUnderWay());

        CallInterruptedException failure =
                catchThrowableOfType(CallInterruptedException.class, () -> retrying.send(call(POLICY)));

        assertThat(failure.requestId()).isEqualTo("id");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasSize(1);
    }

    private RawResponse send(RetryPolicy policy, List<Function<OutgoingCall, RawResponse>> responses) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);
        return new Retrying(play(responses), clock, virtual, HIGHEST, new CallsUnderWay()).send(call(policy));
    }

    private Transport play(List<Function<OutgoingCall, RawResponse>> responses) {
        Deque<Function<OutgoingCall, RawResponse>> left = new ArrayDeque<>(responses);
        return call -> {
            sent.add(call);
            return left.pop().apply(call);
        };
    }

    private static OutgoingCall call(RetryPolicy policy) {
        CallOptions options =
                CallOptions.standard().withTimeout(Duration.ofSeconds(10)).withRetryPolicy(policy);
        return new OutgoingCall(ServiceLinkageApi.SEARCH_CONSENT, "id", new byte[0], new Masking(List::of), options);
    }

    private static Function<OutgoingCall, RawResponse> response(int status, String... headers) {
        Map<String, List<String>> fields = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.put(headers[i], List.of(headers[i + 1]));
        }
        RawResponse response = new RawResponse(status, HttpHeaders.of(fields, (name, value) -> true), new byte[0]);
        return call -> response;
    }

    private static Function<OutgoingCall, RawResponse> failure(IOException cause) {
        return call -> {
            throw new ConnectionException("id", "host", cause);
        };
    }
}
