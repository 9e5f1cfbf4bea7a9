package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.model.V4Pact;
import io.github.servicelinkage.conformance.pact.PactOutcome.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Verifies the pacts of consumers against a gateway.
 *
 * <p>The name of a provider state is the role of a subject (design: {@code member-with-accounts}, {@code non-member}
 * and so on), its values are filled into the requests and expectations by Pact's provider state generators. The API key
 * is put into every request but those that expect a 401, which carry the key of the pact, or none.
 *
 * <p>Uses Pact's model and matching rules, not its {@code ProviderVerifier}: that one prints whole bodies, and brings
 * Groovy and fifty JARs for reports of its own. Thread-safe.
 */
public final class PactVerification {

    static {
        // Read by Pact before it would send usage metrics; the system property counts before the environment.
        System.setProperty("pact_do_not_track", "true");
    }

    private PactVerification() {}

    /**
     * Does ahead what takes long the first time (most of it is Pact finding its classes): meant for another thread while
     * something else is going on. {@link #verify} does not depend on it.
     */
    public static void prepare() {
        PactSource.builtIn().read();
        MatchingConfig.lookupContentMatcher("application/json");
    }

    /**
     * Sends the request of every interaction, one after the other, and judges the answers.
     *
     * @param target the gateway
     * @param states values of each provider state that the gateway can be in, by role: {@code ci}, {@code korName},
     *     {@code comId} and {@code srvId}, and for one with accounts the list {@code vtAccNos}
     * @param sources directories, files or http(s) URLs of pacts; empty for the pact of this kit's own client
     * @return one outcome for each interaction, in the order of the pacts, and one for each source that cannot be read
     */
    public static List<PactOutcome> verify(
            PactTarget target, Map<String, Map<String, Object>> states, List<String> sources) {
        Redaction redaction = new Redaction(target.apiKey(), states);
        List<PactOutcome> outcomes = new ArrayList<>();
        GatewayConnection gateway;
        try {
            gateway = new GatewayConnection(target);
        } catch (PactException unusable) {
            return List.of(new PactOutcome("", "", "", Kind.ERROR, unusable.getMessage()));
        }
        InteractionCheck check = new InteractionCheck(gateway, target.apiKey(), states, redaction);
        for (PactSource source : PactSource.find(sources, gateway)) {
            try {
                V4Pact pact = source.read();
                pact.getInteractions().forEach(one -> outcomes.add(check.judge(pact, one.asV4Interaction())));
            } catch (PactException unusable) {
                outcomes.add(new PactOutcome(source.name(), "", "", Kind.ERROR, unusable.getMessage()));
            }
        }
        return List.copyOf(outcomes);
    }
}
