package io.github.servicelinkage.conformance.pact;

import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.message.Harmless;
import io.github.servicelinkage.conformance.message.Text;
import java.util.Optional;

/**
 * What became of one interaction of one pact.
 *
 * @param consumer who relies on the interaction; for a source that cannot be read, the source
 * @param interaction its description in the pact; empty if the outcome concerns a whole source
 * @param state the provider states it starts from, joined by a comma; empty if there is none
 * @param kind the outcome
 * @param detail why, in one line without personal data; empty if the interaction held
 * @param exchange what was sent, and what came back; empty if nothing was sent
 */
record PactOutcome(
        String consumer, String interaction, String state, Kind kind, Text detail, Optional<Exchange> exchange) {

    /** What reports call it. */
    String name() {
        return name(consumer, interaction);
    }

    /** What reports call an interaction of a consumer. */
    static String name(String consumer, String interaction) {
        return Harmless.line(consumer + (interaction.isEmpty() ? "" : ": " + interaction));
    }

    /** How an interaction can end. */
    enum Kind {
        /** The response is what the consumer relies on. */
        HELD,
        /** The response differs. */
        BROKEN,
        /** Not judged: a state is unknown or lacks a value, or the interaction is pending and did not hold. */
        SKIPPED,
        /** Not judged: no response came, or the pact cannot be used. */
        ERROR
    }
}
