package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.call.DailyQuota;
import io.github.servicelinkage.client.call.RawAnswer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an answer says about when to call again (RFC 9110 §10.2.3, decision D12). */
final class FlowControl {

    private static final Set<Integer> TRANSIENT = Set.of(408, 429, 502, 503, 504);

    private FlowControl() {}

    /** Whether the same request may succeed later today. */
    static boolean isTransient(RawAnswer answer) {
        return TRANSIENT.contains(answer.status()) && !isQuotaExhausted(answer);
    }

    static boolean isQuotaExhausted(RawAnswer answer) {
        return answer.status() == 429
                && (answer.headers().firstValue(ServiceLinkageApi.RETRY_AFTER).isEmpty()
                        || answer.dailyQuota().map(DailyQuota::remaining).equals(Optional.of(0L)));
    }

    /** The quota counts GMT days. */
    static Instant nextReset(Clock clock) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
    }

    /** How long the gateway asks to wait, in seconds or until a date; empty if it does not say so in either form. */
    static Optional<Duration> retryAfter(RawAnswer answer, Clock clock) {
        return answer.headers().firstValue(ServiceLinkageApi.RETRY_AFTER).flatMap(value -> parse(value.strip(), clock));
    }

    private static Optional<Duration> parse(String value, Clock clock) {
        try {
            if (value.matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH))
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), date);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
