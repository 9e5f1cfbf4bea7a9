package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.observe.Observer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;

/** Links the decorators: a call gets the API key and is retried if need be; each attempt is observed and sent. */
public final class Chain {

    private Chain() {}

    /**
     * The chain that all calls of one client go through.
     *
     * @param http sends; follows no redirect, so the key never goes to another host
     * @param server URL in front of the operations' paths
     * @param apiKey the key
     * @param maxResponseBytes limit for the body of a response
     * @param observers notified of each attempt, in this order
     * @param clock converts the date of a {@code Retry-After} to a delay
     * @param time measures and waits
     * @param random draws the jitter
     * @param underWay ends the calls that wait when the client is closed
     * @return the first link
     */
    public static Transport of(
            HttpClient http,
            URI server,
            String apiKey,
            int maxResponseBytes,
            List<Observer> observers,
            Clock clock,
            Time time,
            RandomGenerator random,
            CallsUnderWay underWay) {
        Transport sending = new Sending(http, server, maxResponseBytes, time, underWay);
        Transport observing = new Observing(sending, List.copyOf(observers), time);
        Transport retrying = new Retrying(observing, clock, time, random, underWay);
        return new Authenticating(retrying, apiKey);
    }
}
