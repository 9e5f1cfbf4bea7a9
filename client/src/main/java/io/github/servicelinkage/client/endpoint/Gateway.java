package io.github.servicelinkage.client.endpoint;

import io.github.servicelinkage.client.observe.Observer;
import io.github.servicelinkage.client.transport.CallsUnderWay;
import io.github.servicelinkage.client.transport.Chain;
import io.github.servicelinkage.client.transport.Time;
import io.github.servicelinkage.client.transport.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The gateway, as all endpoints of one client reach it. Thread-safe.
 *
 * @param transport carries bytes
 * @param apiKey the key, so that no text repeats it
 * @param clock the current time
 * @param requestIds generates the id of a call whose caller set none
 */
public record Gateway(Transport transport, String apiKey, Clock clock, Supplier<String> requestIds) {

    /**
     * The gateway at a URL.
     *
     * @param server URL in front of the operations' paths
     * @param apiKey the key
     * @param http sends; follows no redirect, so the key never goes to another host
     * @param maxResponseBytes limit for the body of a response
     * @param observers notified of each attempt, in this order
     * @param clock the current time
     * @param time measures and waits
     * @param underWay ends the calls that wait when the client is closed
     * @return the gateway
     */
    public static Gateway at(
            URI server,
            String apiKey,
            HttpClient http,
            int maxResponseBytes,
            List<Observer> observers,
            Clock clock,
            Time time,
            CallsUnderWay underWay) {
        // Ids and jitter must differ from those of other clients, but need not be unpredictable.
        Random random = new Random(new SecureRandom().nextLong());
        int idLength = ContractBodies.shared().maxRequestIdLength();
        return new Gateway(
                Chain.of(http, server, apiKey, maxResponseBytes, observers, clock, time, random, underWay),
                apiKey,
                clock,
                new RequestIds(clock, random, idLength));
    }

    @Override
    public String toString() {
        return "Gateway";
    }
}
