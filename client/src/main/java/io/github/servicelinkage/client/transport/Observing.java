package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.call.Attempt;
import io.github.servicelinkage.client.call.Observer;
import io.github.servicelinkage.client.call.Observer.Ending;
import io.github.servicelinkage.client.call.Observer.Watch;
import io.github.servicelinkage.client.error.LinkageException;
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
 * Tells the observers, and the log at debug level, of each try.
 *
 * @param next where the try goes on
 * @param observers whom to tell
 * @param pause tells how long the try took
 */
record Observing(Transport next, List<Observer> observers, Pause pause) implements Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Observing.class);

    @Override
    public Reply send(Call call) {
        if (observers.isEmpty() && !LOG.isDebugEnabled()) {
            return next.send(call);
        }
        Attempt attempt = new Attempt(call.operation().operationId(), call.requestId(), call.attempt());
        List<Watch> watches = new ArrayList<>(observers.size());
        for (Observer observer : observers) {
            guarded(() -> observer.started(attempt)).ifPresent(watches::add);
        }
        long start = pause.nanoTime();
        try {
            Reply reply = next.send(withHeaders(call, attempt.headers()));
            int status = reply.answer().status();
            end(call, watches, new Ending(since(start), OptionalInt.of(status), Optional.empty()));
            return reply;
        } catch (LinkageException failure) {
            end(call, watches, new Ending(since(start), OptionalInt.empty(), Optional.of(failure)));
            throw failure;
        } catch (RuntimeException | Error unforeseen) {
            end(call, watches, new Ending(since(start), OptionalInt.empty(), Optional.empty()));
            throw unforeseen;
        }
    }

    private static Call withHeaders(Call call, Map<String, String> headers) {
        Call observed = call;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!call.headers().containsKey(header.getKey())) {
                observed = observed.withHeader(header.getKey(), header.getValue());
            }
        }
        return observed;
    }

    private Duration since(long start) {
        return Duration.ofNanos(pause.nanoTime() - start);
    }

    private static void end(Call call, List<Watch> watches, Ending ending) {
        if (LOG.isDebugEnabled()) {
            String outcome = ending.failure()
                    .map(failure -> failure.getClass().getSimpleName())
                    .orElseGet(() -> "status " + ending.status());
            LOG.debug("{}: {} after {} ms", call, outcome, ending.time().toMillis());
        }
        // Last started, first ended, so that the scopes of tracers nest.
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
            LOG.warn("An observer failed; the call goes on without it.", ofTheObserver);
            return Optional.empty();
        }
    }
}
