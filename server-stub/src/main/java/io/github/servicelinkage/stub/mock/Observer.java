package io.github.servicelinkage.stub.mock;

import java.time.Duration;

/**
 * Sees every request with its answer, just before the answer leaves. Called on the threads that serve, so it must be thread-safe and
 * quick. What it sees is personal data.
 */
@FunctionalInterface
public interface Observer {
    /**
     * A request was answered.
     *
     * @param request as it arrived
     * @param answer as it leaves
     * @param took from the end of the request to the answer, without a delay that was asked for
     */
    void answered(Request request, Answer answer, Duration took);
}
