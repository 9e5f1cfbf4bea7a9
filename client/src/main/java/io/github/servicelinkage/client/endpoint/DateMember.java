package io.github.servicelinkage.client.endpoint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of a response that holds a date as {@code yyyyMMdd}.
 *
 * @param <A> body of the response
 * @param name the member
 * @param text reads it from a body, null if it is absent
 */
record DateMember<A>(String name, Function<A, @Nullable String> text) {

    /**
     * Reads the date. The contract's pattern has already accepted eight digits, but no pattern can say which days exist
     * (LNK-RES-08, LNK-RES-19). A formatter would cost as much as the rest of reading the response.
     *
     * @throws DateTimeException if it is not a calendar day
     */
    Optional<LocalDate> of(A body) {
        return Optional.ofNullable(text.apply(body))
                .map(date -> LocalDate.of(number(date, 0, 4), number(date, 4, 6), number(date, 6, 8)));
    }

    private static int number(String date, int from, int to) {
        return Integer.parseInt(date, from, to, 10);
    }
}
