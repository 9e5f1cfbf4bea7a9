package io.github.servicelinkage.client.response;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many requests the API key may send per GMT day, as the platform counts them.
 *
 * @param limit requests allowed per GMT day, empty if the response does not state it
 * @param remaining requests left today
 */
public record DailyQuota(OptionalLong limit, long remaining) {

    /**
     * Reads the quota from the header fields of a response.
     *
     * @param headers header fields of a response
     * @return the quota, empty if the fields are missing or not numeric
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
