package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Pact;
import io.github.servicelinkage.conformance.evidence.Placeholders;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sends the requests of pacts to a gateway, and judges the responses.
 *
 * <p>The name of a provider state is the role of a subject ({@code member-with-accounts}, {@code non-member} and so on); its
 * {@code ci}, {@code korName} and first {@code vtAccNo}, and the partner's {@code comId} and {@code srvId}, are filled into
 * requests and expected responses by Pact's provider state generators, and so is {@code apiKey}. The API key is put into every
 * request but those that expect a 401, which carry the key of the pact, or none.
 *
 * <p>Uses Pact's model and matching rules, not its {@code ProviderVerifier}: that one prints whole bodies, and brings
 * Groovy and fifty JARs for reports of its own. Thread-safe.
 */
record PactVerification(Target target, Subjects subjects, List<PactSource> sources) {

    /**
     * Sends the request of every interaction, one after the other, and judges the responses.
     *
     * @param exchanger talks to the gateway, at the pace and with the patience of the run
     * @param selected picks what is verified, by the names of outcomes
     * @param outcomes hears of one outcome for each interaction, in the order of the pacts, and of one for each source that
     *     cannot be read
     */
    void verify(Exchanger exchanger, Predicate<String> selected, Consumer<PactOutcome> outcomes) {
        Placeholders placeholders = placeholders();
        InteractionCheck check = new InteractionCheck(exchanger, target, subjects, placeholders);
        for (PactSource source : sources) {
            try {
                V4Pact pact = source.read();
                pact.getInteractions().stream()
                        .map(Interaction::asV4Interaction)
                        .filter(one -> selected.test(check.name(pact, one)))
                        .forEach(one -> outcomes.accept(check.judge(pact, one)));
            } catch (PactException unusable) {
                String name = placeholders.name(source.name());
                if (selected.test(name)) {
                    outcomes.accept(new PactOutcome(
                            name, "", "", unusable.kind(), unusable.text().map(placeholders::name), Optional.empty()));
                }
            }
        }
    }

    /** What stands in place of the key and of personal data, in the names of outcomes too. */
    Placeholders placeholders() {
        return new Placeholders(target.apiKey(), subjects);
    }
}
