package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.client.response.DailyQuota;
import io.github.servicelinkage.client.response.RawResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a response says about when to call again (RFC 9110 §10.2.3, LNK-FLOW-01). */
public final class FlowControl {

    private static final Set<Integer> TRANSIENT = Set.of(408, 429, 502, 503, 504);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    /** More digits than these are more seconds than anybody waits. */
    private static final int MOST_DIGITS = 9;

    private static final Duration NEVER = Duration.ofSeconds(Integer.MAX_VALUE);

    private FlowControl() {}

    /** Whether the same request may succeed later today. */
    static boolean isTransient(RawResponse response) {
        return TRANSIENT.contains(response.status()) && !isQuotaExhausted(response);
    }

    /**
     * Whether no further request can succeed today.
     *
     * @param response a response
     * @return true for a 429 without {@code Retry-After}, or with none remaining
     */
    public static boolean isQuotaExhausted(RawResponse response) {
        return response.status() == 429
                && (response.headers().firstValue(ServiceLinkageApi.RETRY_AFTER).isEmpty()
                        || response.dailyQuota().map(DailyQuota::remaining).equals(Optional.of(0L)));
    }

    /**
     * When an exhausted quota resets. The platform counts GMT days.
     *
     * @param clock the current time
     * @return the next midnight GMT
     */
    public static Instant nextReset(Clock clock) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
    }

    /** The delay that the gateway asks for, in seconds or until a date; empty if the field is missing or malformed. */
    static Optional<Duration> retryAfter(RawResponse response, Clock clock) {
        return response.headers()
                .firstValue(ServiceLinkageApi.RETRY_AFTER)
                .flatMap(value -> parse(value.strip(), clock));
    }

    private static Optional<Duration> parse(String value, Clock clock) {
        if (SECONDS.matcher(value).matches()) {
            String digits = value.replaceFirst("^0+(?=.)", "");
            return Optional.of(digits.length() > MOST_DIGITS ? NEVER : Duration.ofSeconds(Long.parseLong(digits)));
        }
        Instant now = clock.instant();
        return HttpDate.parse(value, now).map(date -> date.isBefore(now) ? Duration.ZERO : Duration.between(now, date));
    }
}
