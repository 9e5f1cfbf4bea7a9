package io.github.servicelinkage.client.call;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many requests the API key may send on one GMT day (platform quota; decision D12 of the contract).
 *
 * @param limit requests allowed per GMT day, empty if the answer does not tell
 * @param remaining requests left today
 */
public record DailyQuota(OptionalLong limit, long remaining) {

    /**
     * Reads the quota from the header fields of an answer.
     *
     * @param headers header fields of an answer
     * @return the quota, empty if the fields are missing or no numbers
     */
    public static Optional<DailyQuota> of(HttpHeaders headers) {
        OptionalLong remaining = number(headers, ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY);
        return remaining.isPresent()
                ? Optional.of(new DailyQuota(
                        number(headers, ServiceLinkageApi.X_RATE_LIMIT_LIMIT_DAY), remaining.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong number(HttpHeaders headers, String name) {
        try {
            return headers.firstValueAsLong(name);
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
