package io.github.servicelinkage.client;

import io.github.servicelinkage.client.call.RawAnswer;
import io.github.servicelinkage.client.error.ContractViolatedException;
import io.github.servicelinkage.client.error.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a successful call brought, before it becomes a result.
 *
 * @param requestId the call's request id
 * @param answer the answer as it came
 * @param body its body, valid but for the calendar
 * @param today the day of the call in Korea
 */
record Outcome<A>(String requestId, RawAnswer answer, A body, LocalDate today) {

    /**
     * A date must be a real calendar day (decision D8), which no pattern can say. The contract's pattern has let through eight
     * digits; a formatter would cost as much as the rest of reading the answer.
     */
    @Nullable
    Expiry expiry(String member, @Nullable String date) {
        if (date == null) {
            return null;
        }
        try {
            return new Expiry(LocalDate.of(number(date, 0, 4), number(date, 4, 6), number(date, 6, 8)), today);
        } catch (DateTimeException noSuchDay) {
            throw new ContractViolatedException(
                    requestId, answer, List.of(new Violation(member, "not a day of the calendar")));
        }
    }

    private static int number(String date, int from, int to) {
        return Integer.parseInt(date, from, to, 10);
    }
}
