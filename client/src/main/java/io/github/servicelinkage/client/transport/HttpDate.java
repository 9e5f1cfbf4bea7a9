package io.github.servicelinkage.client.transport;

import java.time.DateTimeException;
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

/** A date of HTTP, in the form of today or one of the two obsolete ones that a recipient has to read (RFC 9110 §5.6.7). */
final class HttpDate {

    private static final DateTimeFormatter PRESENT =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    /** How far ahead a year of two digits may be; a later one belongs to the century before. */
    private static final int YEARS_AHEAD = 50;

    private HttpDate() {}

    /** Reads a date; empty if it is in none of the three forms. */
    static Optional<Instant> parse(String value, Instant now) {
        return List.of(PRESENT, rfc850(LocalDate.ofInstant(now, ZoneOffset.UTC)), ASCTIME).stream()
                .flatMap(form -> parse(value, form).stream())
                .findFirst();
    }

    private static DateTimeFormatter rfc850(LocalDate today) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, today.minusYears(99L - YEARS_AHEAD))
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }

    private static Optional<Instant> parse(String value, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(value, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
