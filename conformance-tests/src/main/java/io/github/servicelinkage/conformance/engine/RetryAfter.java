package io.github.servicelinkage.conformance.engine;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads Retry-After: seconds, or a date in one of three forms (RFC 9110 §10.2.3, §5.6.7). */
final class RetryAfter {
    /** More digits than these are more seconds than anybody waits. */
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * How long to wait; nothing for a date that is past, and empty for a value in none of the forms.
     *
     * @param sent the date of the response, by the clock that the value is by
     * @param clock the own one, where the response has no date
     */
    static Optional<Duration> duration(String value, Optional<String> sent, Clock clock) {
        String trimmed = value.strip();
        if (trimmed.matches("[0-9]+")) {
            String digits = trimmed.replaceFirst("^0+(?=.)", "");
            return Optional.of(
                    Duration.ofSeconds(digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(digits)));
        }
        Instant own = Instant.now(clock);
        Instant now = sent.flatMap(date -> date(date.strip(), own)).orElse(own);
        return date(trimmed, own).map(date -> date.isBefore(now) ? Duration.ZERO : Duration.between(now, date));
    }

    private static Optional<Instant> date(String value, Instant today) {
        return forms(LocalDate.ofInstant(today, ZoneOffset.UTC)).stream()
                .flatMap(form -> date(value, form).stream())
                .findFirst();
    }

    private static Optional<Instant> date(String value, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of a year in two digits the century is the one in which it is at most 50 years ahead. */
    private static List<DateTimeFormatter> forms(LocalDate today) {
        return List.of(
                DateTimeFormatter.RFC_1123_DATE_TIME,
                new DateTimeFormatterBuilder()
                        .appendPattern("EEEE, dd-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, today.minusYears(49))
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.ENGLISH),
                DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH));
    }
}
