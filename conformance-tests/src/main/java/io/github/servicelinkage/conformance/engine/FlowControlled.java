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
import java.util.function.Predicate;

/**
 * Obeys flow control: a 429, a 503 with Retry-After, or one of a limiter, is waited for and repeated, never judged as the response.
 * Without Retry-After each wait is longer than the one before, and the whole run slows down. A 429 that means a used-up daily quota
 * ends the run; one that names nothing does if no other request is served meanwhile. Only the first repetition may come at once, if
 * the target says so.
 */
final class FlowControlled implements Exchanger {
    private static final int MOST_REPETITIONS = 10;
    /** A 429 that names neither a time nor a quota is asked again so often, before it is taken for a used-up one. */
    private static final int SILENT_REPETITIONS = 2;

    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(16);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final Text QUOTA_USED_UP = new Text(
            "대상의 일일 요청 한도가 소진되었습니다. GMT 자정 이후에 다시 실행하십시오.",
            "The target's daily quota is used up. Run again after the next GMT midnight.");

    private static final Text REFUSED_ALWAYS = new Text(
            "대상이 요청을 모두 429로 거부하며 언제 풀리는지 알리지 않습니다. 일일 요청 한도가 소진되었다면 GMT 자정 이후에, 요청 속도를 제한하는 것이라면 --rate로 낮추어 다시 실행하십시오.",
            "The target answers every request with a 429 and does not say until when. If its daily quota is used up, run again after the next GMT midnight; if it limits the rate, run again with --rate.");

    private final Pace pace;
    private final Predicate<Exchange> limited;
    private final Patience patience;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Consumer<Exchange> askedToWait;

    /**
     * Obeys flow control.
     *
     * @param pace talks to the target
     * @param limited whether a 503 without a time is due to a limiter of the rate
     * @param patience how long the run goes on waiting
     * @param askedToWait hears of each response that asked to wait
     */
    FlowControlled(
            Pace pace,
            Predicate<Exchange> limited,
            Patience patience,
            Sleeper sleeper,
            Clock clock,
            Consumer<Exchange> askedToWait) {
        this.pace = pace;
        this.limited = limited;
        this.patience = patience;
        this.sleeper = sleeper;
        this.clock = clock;
        this.askedToWait = askedToWait;
    }

    @Override
    public Exchange send(Request request) {
        Exchange exchange = pace.send(request);
        long answers = patience.answers();
        int silent = 0;
        for (int i = 0; i < MOST_REPETITIONS; i++) {
            Optional<Response> flow =
                    exchange.response().filter(response -> response.status() == 429 || response.status() == 503);
            if (flow.isEmpty()) {
                exchange.response().ifPresent(answer -> answered());
                return exchange;
            }
            Optional<Duration> wait = flow.get()
                    .header(ServiceLinkageApi.RETRY_AFTER)
                    .flatMap(value -> RetryAfter.duration(value, flow.get().header("Date"), clock));
            if (wait.isEmpty() && flow.get().status() == 503 && !limited.test(exchange)) {
                return exchange;
            }
            askedToWait.accept(exchange);
            if (isQuotaUsedUp(flow.get(), silent, answers)) {
                throw new RunEnded(flow.get().isQuotaUsedUp() ? QUOTA_USED_UP : REFUSED_ALWAYS);
            }
            if (wait.isEmpty() || wait.get().isZero()) {
                pace.refused();
            }
            Duration asked = wait.isPresent() ? wait.get() : backoff(silent++);
            sleep(i > 0 && asked.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : asked, wait.isPresent());
            exchange = pace.send(request);
        }
        return exchange;
    }

    private void answered() {
        patience.answered();
        pace.served();
    }

    /** A front that limits the rate may say nothing of the time, as one whose quota is used up does; it lets go soon. */
    private boolean isQuotaUsedUp(Response response, int silent, long answers) {
        return response.isQuotaUsedUp()
                || response.status() == 429
                        && silent >= SILENT_REPETITIONS
                        && patience.answers() == answers
                        && response.header(ServiceLinkageApi.RETRY_AFTER).isEmpty()
                        && response.header(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY)
                                .isEmpty();
    }

    private static Duration backoff(int silent) {
        return Duration.ofSeconds(Math.min(1L << silent, LONGEST_BACKOFF.toSeconds()));
    }

    private void sleep(Duration wait, boolean isNamed) {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new RunEnded(Text.of(
                    "대상이 %d초 후 재시도를 요청했습니다. 그 이후에 다시 실행하십시오.",
                    "The target asks to retry after %d seconds. Run again then.", wait.toSeconds()));
        }
        patience.asked(wait, isNamed);
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            throw RunEnded.interrupted();
        }
    }
}
