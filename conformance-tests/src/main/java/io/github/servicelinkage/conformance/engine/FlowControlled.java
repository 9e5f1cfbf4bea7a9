package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Obeys flow control: a 429, or a 503 with Retry-After, is waited for and repeated, never judged as the response. A 429 without
 * Retry-After is waited for longer each time. One that means a used-up daily quota ends the run. Only the first repetition may come at
 * once, if the target says so.
 */
final class FlowControlled implements Exchanger {
    private static final int MOST_REPETITIONS = 10;
    /** A 429 that names neither a time nor a quota is asked again so often, before it is taken for a used-up one. */
    private static final int SILENT_REPETITIONS = 2;

    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(16);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Exchanger next;
    private final Patience patience;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Consumer<Exchange> askedToWait;

    /**
     * Obeys flow control.
     *
     * @param patience how long the run goes on waiting
     * @param askedToWait hears of each response that asked to wait
     */
    FlowControlled(Exchanger next, Patience patience, Sleeper sleeper, Clock clock, Consumer<Exchange> askedToWait) {
        this.next = next;
        this.patience = patience;
        this.sleeper = sleeper;
        this.clock = clock;
        this.askedToWait = askedToWait;
    }

    @Override
    public Exchange send(Request request) {
        Exchange exchange = next.send(request);
        int silent = 0;
        for (int i = 0; i < MOST_REPETITIONS; i++) {
            Optional<Response> flow =
                    exchange.response().filter(response -> response.status() == 429 || response.status() == 503);
            if (flow.isEmpty()) {
                exchange.response().ifPresent(answer -> patience.answered());
                return exchange;
            }
            Optional<Duration> wait = flow.get()
                    .header(ServiceLinkageApi.RETRY_AFTER)
                    .flatMap(value -> RetryAfter.duration(value, clock));
            if (wait.isEmpty() && flow.get().status() == 503) {
                return exchange;
            }
            askedToWait.accept(exchange);
            if (isQuotaUsedUp(flow.get(), silent)) {
                throw new RunEnded(new Text(
                        "대상의 일일 요청 한도가 소진되었습니다. GMT 자정 이후에 다시 실행하십시오.",
                        "The target's daily quota is used up. Run again after the next GMT midnight."));
            }
            Duration asked = wait.isPresent() ? wait.get() : backoff(silent++);
            sleep(i > 0 && asked.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : asked);
            exchange = next.send(request);
        }
        return exchange;
    }

    /** A front that limits the rate may say nothing of the time, as one whose quota is used up does; it lets go soon. */
    private static boolean isQuotaUsedUp(Response response, int silent) {
        return response.isQuotaUsedUp()
                || response.status() == 429
                        && silent >= SILENT_REPETITIONS
                        && response.header(ServiceLinkageApi.RETRY_AFTER).isEmpty()
                        && response.header(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY)
                                .isEmpty();
    }

    private static Duration backoff(int silent) {
        return Duration.ofSeconds(Math.min(1L << silent, LONGEST_BACKOFF.toSeconds()));
    }

    private void sleep(Duration wait) {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new RunEnded(Text.of(
                    "대상이 %d초 후 재시도를 요청했습니다. 그 이후에 다시 실행하십시오.",
                    "The target asks to retry after %d seconds. Run again then.", wait.toSeconds()));
        }
        patience.asked(wait);
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            throw RunEnded.interrupted();
        }
    }
}
