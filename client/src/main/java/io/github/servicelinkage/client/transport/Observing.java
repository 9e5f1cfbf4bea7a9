package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.observe.Attempt;
import io.github.servicelinkage.client.observe.Observer;
import io.github.servicelinkage.client.observe.Observer.Ending;
import io.github.servicelinkage.client.observe.Observer.Watch;
import io.github.servicelinkage.client.response.RawResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies the observers, and the log at debug level, of each attempt.
 *
 * @param next the next link
 * @param observers notified in this order
 * @param time measures attempts
 */
record Observing(Transport next, List<Observer> observers, Time time) implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Observing.class);

    @Override
    public RawResponse send(OutgoingCall call) {
        if (observers.isEmpty() && !LOG.isDebugEnabled()) {
            return next.send(call);
        }
        Attempt attempt = new Attempt(call.operation().operationId(), call.requestId(), call.attempt());
        List<Watch> watches = new ArrayList<>(observers.size());
        for (Observer observer : observers) {
            guarded(() -> observer.started(attempt)).ifPresent(watches::add);
        }
        long start = time.nanoTime();
        try {
            RawResponse response = next.send(withHeaders(call, attempt.headers()));
            end(call, watches, new Ending(since(start), OptionalInt.of(response.status()), Optional.empty()));
            return response;
        } catch (LinkageException failure) {
            end(call, watches, new Ending(since(start), OptionalInt.empty(), Optional.of(failure)));
            throw failure;
        } catch (RuntimeException | Error unforeseen) {
            end(call, watches, new Ending(since(start), OptionalInt.empty(), Optional.empty()));
            throw unforeseen;
        }
    }

    private static OutgoingCall withHeaders(OutgoingCall call, Map<String, String> headers) {
        OutgoingCall observed = call;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!call.headers().containsKey(header.getKey())) {
                observed = observed.withHeader(header.getKey(), header.getValue());
            }
        }
        return observed;
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanoTime() - start);
    }

    private static void end(OutgoingCall call, List<Watch> watches, Ending ending) {
        if (LOG.isDebugEnabled()) {
            String outcome = ending.failure()
                    .map(failure -> failure.getClass().getSimpleName())
                    .orElseGet(() -> "status " + ending.status());
            LOG.debug("{}: {} after {} ms", call, outcome, ending.time().toMillis());
        }
        // In reverse order, so that the scopes of tracers nest.
        for (int i = watches.size() - 1; i >= 0; i--) {
            Watch watch = watches.get(i);
            guarded(() -> {
                watch.ended(ending);
                return watch;
            });
        }
    }

    private static Optional<Watch> guarded(Supplier<Watch> step) {
        try {
            return Optional.of(step.get());
        } catch (RuntimeException ofTheObserver) {
            LOG.warn("An observer failed; the call continues without it.", ofTheObserver);
            return Optional.empty();
        }
    }
}
