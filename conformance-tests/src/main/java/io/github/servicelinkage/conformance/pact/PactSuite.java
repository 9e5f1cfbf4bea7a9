package io.github.servicelinkage.conformance.pact;

import au.com.dius.pact.core.matchers.MatchingConfig;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Preflight;
import io.github.servicelinkage.conformance.engine.Run;
import io.github.servicelinkage.conformance.engine.RunEnded;
import io.github.servicelinkage.conformance.engine.Suite;
import io.github.servicelinkage.conformance.evidence.EvidenceWriter;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.subject.Subjects;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** The pacts of consumers: each interaction is a check of one requirement. Each subject is a provider state of its role's name. */
public final class PactSuite implements Suite {
    /** Id of the requirement that every pact is judged under. */
    public static final String REQUIREMENT = "LNK-PACT-01";

    private static final Text INTERACTION = new Text("계약(pact)의 상호작용", "the interaction of the pact");
    private static final Text EXPECTED = new Text("계약(pact)에 적힌 응답", "the response that the pact describes");

    private final EvidenceWriter evidence;
    private final Requirement requirement;
    private final PactVerification verification;
    private final Predicate<String> selected;

    private PactSuite(
            EvidenceWriter evidence,
            Requirement requirement,
            PactVerification verification,
            Predicate<String> selected) {
        this.evidence = evidence;
        this.requirement = requirement;
        this.verification = verification;
        this.selected = selected;
    }

    /**
     * Reads pacts, to verify them against a gateway. One that cannot be read is a result of its own.
     *
     * @param target the gateway
     * @param subjects the persons of the provider states
     * @param evidence writes what reports show
     * @param requirement the requirement that every pact is judged under
     * @param sources folders, files or http(s) URLs of pacts; none for the pact of this kit's own client
     * @param selected picks checks by their ids
     */
    public static PactSuite of(
            Target target,
            Subjects subjects,
            EvidenceWriter evidence,
            Requirement requirement,
            List<String> sources,
            Predicate<String> selected) {
        List<PactSource> pacts = PactSource.find(sources, target.timeout(), target.caFile()).stream()
                .map(PactSource::loaded)
                .toList();
        return new PactSuite(
                evidence,
                requirement,
                new PactVerification(target, subjects, pacts),
                name -> selected.test(requirement.id() + "/" + name));
    }

    /**
     * Looks before the first request whether the sources are there; URLs are not looked at.
     *
     * @throws UsageException if a folder or file is not there, a URL is none, or Pact is not on the class path
     */
    public static void check(List<String> sources) {
        try {
            Objects.requireNonNull(MatchingConfig.class);
        } catch (NoClassDefFoundError missing) {
            throw new UsageException(
                    new Text(
                            "Pact가 클래스 경로에 없어 소비자 계약을 검증할 수 없습니다. au.com.dius.pact.core:matchers를 의존성에 추가하십시오.",
                            "Pacts cannot be verified: Pact is not on the class path. Add the dependency au.com.dius.pact.core:matchers."));
        }
        for (String source : sources) {
            if (PactSource.isUrl(source)) {
                PactSource.url(source);
            } else if (!exists(source)) {
                throw new UsageException(Text.of(
                        "--pacts에 지정한 폴더나 파일이 없습니다: %s. 경로를 확인하거나 http(s) URL을 지정하십시오.",
                        "--pacts names no folder or file that is there: %s. Check the path, or give an http(s) URL.",
                        source));
            }
        }
    }

    private static boolean exists(String source) {
        try {
            return Files.exists(Path.of(source));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Does ahead what takes long the first time (most of it is Pact finding its classes): meant for another thread while
     * something else is going on. {@link #carryOut} does not depend on it.
     */
    public static void prepare() {
        PactSource.builtIn().read();
        MatchingConfig.lookupContentMatcher("application/json");
    }

    @Override
    public int requests() {
        return (int) verification.sources().stream()
                .flatMap(source -> source.interactions().stream())
                .map(verification.placeholders()::text)
                .filter(selected)
                .count();
    }

    @Override
    public Outcome carryOut(Run run, Preflight preflight) {
        Queue<Result> results = new ConcurrentLinkedQueue<>();
        try {
            run.unlessEnded(() -> {
                verification.verify(run, selected, outcome -> {
                    Result result = result(outcome);
                    results.add(result);
                    run.judged(result);
                });
                return results;
            });
        } catch (RunEnded ended) {
            return new Outcome(List.copyOf(results), ended.reason(), List.of());
        }
        return new Outcome(List.copyOf(results), Text.NONE, List.of());
    }

    private Result result(PactOutcome outcome) {
        return Result.of(
                requirement.id() + "/" + outcome.name(),
                requirement,
                outcome.name(),
                switch (outcome.kind()) {
                    case HELD -> Status.PASSED;
                    case BROKEN -> Status.FAILED;
                    case SKIPPED -> Status.SKIPPED;
                    case ERROR -> Status.ERROR;
                },
                outcome.detail(),
                outcome.exchange().map(exchange -> evidence.ofForeign(exchange, INTERACTION, EXPECTED)).stream()
                        .toList());
    }
}
