package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Finding;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A check that was carried out.
 *
 * @param check the check
 * @param status the outcome in a word
 * @param detail why
 * @param shown the exchanges that show it
 * @param observed every exchange that it made, for the passive checks
 */
record CheckOutcome(Check check, Status status, Text detail, List<Shown> shown, List<CaseExchange> observed) {

    /** A check that exchanged nothing. */
    static CheckOutcome without(Check check, Status status, Text reason) {
        return new CheckOutcome(check, status, reason, List.of(), List.of());
    }

    /** Whether to trust the target, the caller decides by --ca-file: an error of the run, and no fault of the gateway. */
    static Optional<CheckOutcome> untrusted(Check check, Preflight preflight) {
        return preflight.exchanges().stream()
                .filter(exchange -> check instanceof Check.Passive passive
                        && passive.operation().equals(exchange.planned().operation())
                        && exchange.failure()
                                .filter(Exchange.Failure.TLS::equals)
                                .isPresent()
                        && passive.rule()
                                .apply(exchange)
                                .filter(finding -> finding.judgement() == Finding.Judgement.BROKEN)
                                .isPresent())
                .findFirst()
                .map(exchange -> new CheckOutcome(
                        check,
                        Status.ERROR,
                        Exchange.Failure.TLS.text(),
                        List.of(new Shown(exchange, ((Check.Passive) check).expected())),
                        List.of()));
    }

    /** A check of what the preflight has found broken. */
    static Optional<CheckOutcome> broken(Check check, Preflight preflight) {
        return preflight
                .broken(check.requirement(), check.operation())
                .map(outcome -> new CheckOutcome(
                        check,
                        Status.FAILED,
                        outcome.cause(),
                        outcome.shown().stream()
                                .map(exchange -> new Shown(
                                        exchange,
                                        exchange.planned().expectation().text()))
                                .toList(),
                        List.of()));
    }

    /** The same outcome of a check that made these exchanges. */
    CheckOutcome observing(List<CaseExchange> exchanges) {
        return new CheckOutcome(check, status, detail, shown, exchanges);
    }

    /** Whether it did not pass, with a 5xx among its responses. */
    boolean isSpoiled() {
        return status != Status.PASSED
                && Stream.concat(observed.stream(), shown.stream().map(Shown::exchange))
                        .flatMap(exchange -> exchange.response().stream())
                        .anyMatch(response -> response.status() >= 500);
    }

    /** Whether it did not pass because the suite was not let in. */
    boolean showsTurnedAway() {
        return shown.stream().anyMatch(each -> each.exchange().exchange().isTurnedAway());
    }

    /**
     * An exchange, and what was expected of it.
     *
     * @param exchange the exchange
     * @param expected in words
     */
    record Shown(CaseExchange exchange, Text expected) {}
}
