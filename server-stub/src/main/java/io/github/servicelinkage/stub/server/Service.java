package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.exchange.Handler;
import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * What an HTTP server serves.
 *
 * @param handler responds to requests
 * @param management responds to requests that are none of the contract's business, and that no observer sees; empty for any other
 * @param observers see all other requests with their responses
 * @param connections counts the open connections
 */
public record Service(
        Handler handler,
        Function<Request, Optional<Response>> management,
        List<Observer> observers,
        LongAdder connections) {}
