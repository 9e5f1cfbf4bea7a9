package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.model.V4Pact;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.subject.Redaction;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies the pacts of consumers against a gateway.
 *
 * <p>The name of a provider state is the role of a subject ({@code member-with-accounts}, {@code non-member} and so on); its
 * {@code ci}, {@code korName} and first {@code vtAccNo}, and the partner's {@code comId} and {@code srvId}, are filled into
 * requests and expected answers by Pact's provider state generators, and so is {@code apiKey}. The API key is put into every
 * request but those that expect a 401, which carry the key of the pact, or none.
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
     * Looks before the first request whether the sources are there; URLs are not looked at.
     *
     * @throws UsageException if a directory or file is not
     */
    public static void check(List<String> sources) {
        for (String source : sources) {
            if (!PactSource.isUrl(source) && !new File(source).exists()) {
                throw new UsageException(Text.of(
                        "--pacts에 지정한 폴더나 파일이 없습니다: %s. 경로를 확인하거나 http(s) URL을 지정하십시오.",
                        "--pacts names no folder or file that is there: %s. Check the path, or give an http(s) URL.",
                        source));
            }
        }
    }

    /**
     * Sends the request of every interaction, one after the other, and judges the answers.
     *
     * @param target the gateway
     * @param exchanger talks to it, at the pace and with the patience of the run
     * @param subjects the persons of the provider states
     * @param sources directories, files or http(s) URLs of pacts; empty for the pact of this kit's own client
     * @return one outcome for each interaction, in the order of the pacts, and one for each source that cannot be read
     * @throws UsageException if the CA file of the target cannot be used
     */
    public static List<PactOutcome> verify(
            Target target, Exchanger exchanger, Subjects subjects, List<String> sources) {
        InteractionCheck check =
                new InteractionCheck(exchanger, target, subjects, new Redaction(target.apiKey(), subjects));
        List<PactOutcome> outcomes = new ArrayList<>();
        for (PactSource source : PactSource.find(sources, target)) {
            try {
                V4Pact pact = source.read();
                pact.getInteractions().forEach(one -> outcomes.add(check.judge(pact, one.asV4Interaction())));
            } catch (PactException unusable) {
                outcomes.add(new PactOutcome(source.name(), "", "", unusable.kind(), unusable.text()));
            }
        }
        return List.copyOf(outcomes);
    }
}
