package io.github.servicelinkage.stub.exchange;

import java.time.Duration;

/**
 * Sees every request with its response, just before the response is sent. Called on the serving threads, so it must be thread-safe
 * and fast. Requests and responses hold personal data.
 */
@FunctionalInterface
public interface Observer {
    /**
     * Called for every exchange.
     *
     * @param request as it arrived
     * @param response as it will be sent
     * @param took from the end of the request to the response, without a requested delay
     */
    void responded(Request request, Response response, Duration took);
}
