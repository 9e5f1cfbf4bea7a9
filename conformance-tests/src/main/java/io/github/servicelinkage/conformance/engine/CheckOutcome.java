package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.List;

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

    /** The same outcome of a check that made these exchanges. */
    CheckOutcome observing(List<CaseExchange> exchanges) {
        return new CheckOutcome(check, status, detail, shown, exchanges);
    }

    /**
     * An exchange, and what was expected of it.
     *
     * @param exchange the exchange
     * @param expected in words
     */
    record Shown(CaseExchange exchange, Text expected) {}
}
