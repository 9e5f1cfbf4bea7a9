package io.github.servicelinkage.client.endpoint;

import io.github.servicelinkage.client.response.RawResponse;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a successful call brought; nothing in it violates the contract.
 *
 * @param <A> body of the response
 * @param requestId the call's request id
 * @param response the response as it was received
 * @param body its body
 * @param expiry the date on which the consent ends, empty if the response does not state it
 * @param today the day of the call in Korea
 */
public record Outcome<A>(String requestId, RawResponse response, A body, Optional<LocalDate> expiry, LocalDate today) {}
