package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import java.util.List;

/**
 * A check that was carried out.
 *
 * @param check the check
 * @param status what it came to
 * @param detail why
 * @param shown the exchanges that show it
 * @param observed every exchange that it made, for the observing checks
 */
record Trial(Check check, Status status, Text detail, List<Shown> shown, List<Exchange> observed) {

    /** A check that exchanged nothing. */
    static Trial without(Check check, Status status, Text reason) {
        return new Trial(check, status, reason, List.of(), List.of());
    }

    /**
     * An exchange, and what was expected of it.
     *
     * @param exchange the exchange
     * @param expected in words
     */
    record Shown(Exchange exchange, Text expected) {}
}
