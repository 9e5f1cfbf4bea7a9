package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.exchange.Response;
import io.github.servicelinkage.conformance.message.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Obeys flow control: a 429 or 503 with Retry-After is waited for and repeated, never judged as the response. A 429 that
 * means a used-up daily quota ends the run.
 */
final class FlowControlled implements Exchanger {
    private static final int MOST_REPETITIONS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Exchanger next;
    private final Sleeper sleeper;
    private final Clock clock;
    private final Consumer<Exchange> askedToWait;

    /**
     * Obeys flow control.
     *
     * @param askedToWait hears of each response that asked to wait
     */
    FlowControlled(Exchanger next, Sleeper sleeper, Clock clock, Consumer<Exchange> askedToWait) {
        this.next = next;
        this.sleeper = sleeper;
        this.clock = clock;
        this.askedToWait = askedToWait;
    }

    @Override
    public Exchange send(Request request) {
        Exchange exchange = next.send(request);
        for (int i = 0; i < MOST_REPETITIONS; i++) {
            Optional<Response> flow =
                    exchange.response().filter(response -> response.status() == 429 || response.status() == 503);
            if (flow.isEmpty()) {
                return exchange;
            }
            Optional<Duration> wait =
                    flow.get().header(ServiceLinkageApi.RETRY_AFTER).flatMap(this::duration);
            if (flow.get().status() == 429 && (wait.isEmpty() || flow.get().isQuotaUsedUp())) {
                askedToWait.accept(exchange);
                throw new RunEnded(new Text(
                        "대상의 일일 요청 한도가 소진되었습니다. GMT 자정 이후에 다시 실행하십시오.",
                        "The target's daily quota is used up. Run again after the next GMT midnight."));
            }
            if (wait.isEmpty()) {
                return exchange;
            }
            askedToWait.accept(exchange);
            sleep(wait.get());
            exchange = next.send(request);
        }
        return exchange;
    }

    private void sleep(Duration wait) {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new RunEnded(Text.of(
                    "대상이 %d초 후 재시도를 요청했습니다. 그 이후에 다시 실행하십시오.",
                    "The target asks to retry after %d seconds. Run again then.", wait.toSeconds()));
        }
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            throw RunEnded.interrupted();
        }
    }

    /** Seconds, or a date (RFC 9110 §10.2.3). */
    private Optional<Duration> duration(String retryAfter) {
        try {
            return Optional.of(
                    retryAfter.chars().allMatch(Character::isDigit)
                            ? Duration.ofSeconds(Long.parseLong(retryAfter))
                            : positive(Duration.between(
                                    Instant.now(clock),
                                    ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME))));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
