package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.call.Observer;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Links the decorators: a call gets the key and an id, is validated, and is repeated if need be; each try is observed and sent. */
public final class Chain {

    private Chain() {}

    /**
     * The way of every call of one client.
     *
     * @param http sends; follows no redirect, so the key never goes to another host
     * @param server URL in front of the operations' paths
     * @param apiKey the key
     * @param longestAnswer how long the body of an answer may be, in bytes
     * @param observers whom to tell of each try, in this order
     * @param clock tells how far away a date is
     * @param pause lets time pass
     * @return what a call is given to
     */
    public static Transport of(
            HttpClient http,
            URI server,
            String apiKey,
            int longestAnswer,
            List<Observer> observers,
            Clock clock,
            Pause pause) {
        ContractBodies contract = ContractBodies.shared();
        // Ids and waits must differ from those of other clients; nobody needs to be kept from guessing them.
        RandomGenerator random = new Random(new SecureRandom().nextLong());
        Transport sending = new Sending(http, server, longestAnswer, pause);
        Transport observing = new Observing(sending, List.copyOf(observers), pause);
        Transport retrying = new Retrying(observing, clock, pause, random);
        Transport validating = new Validating(retrying, contract, new AnswerReader(contract, clock));
        Transport identifying = new Identifying(validating, new RequestIds(clock, random, contract.longestRequestId()));
        return new Authenticating(identifying, apiKey);
    }
}
