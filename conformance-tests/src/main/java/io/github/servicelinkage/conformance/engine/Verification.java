package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Engine.Outcome;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.RunEnded;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Summary;
import io.github.servicelinkage.conformance.result.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One run, from a plan to a report.
 *
 * @param target the gateway
 * @param exchanger talks to it
 * @param given what the plan was made from
 * @param plan what is carried out
 * @param settings how hard the target is worked
 * @param waivers what is known not to hold
 * @param further results that come from elsewhere: the pacts
 */
public record Verification(
        Target target,
        Exchanger exchanger,
        Given given,
        Plan plan,
        Engine.Settings settings,
        Waivers waivers,
        Function<Exchanger, List<Result>> further) {

    /** Carries out the run. */
    public Report run(Listener listener, Clock clock) {
        Instant started = clock.instant();
        Engine engine = new Engine(given, exchanger, settings, listener);
        listener.started(target.name(), engine.requests(plan));
        Outcome outcome = engine.run(plan);
        List<Result> results = new ArrayList<>(outcome.results());
        Text ended = outcome.ended();
        if (ended.isEmpty()) {
            try {
                results.addAll(further.apply(engine.exchanger()));
            } catch (RunEnded e) {
                ended = e.reason();
            }
        }
        List<Result> judged = waivers.applied(results);
        List<Text> remarks = new ArrayList<>(outcome.diagnosis());
        remarks.addAll(waivers.remarks(judged));
        Report report = new Report(
                Report.SCHEMA_VERSION,
                verdict(judged, ended),
                ended,
                new Report.TargetName(target.name()),
                new Report.ContractVersion(
                        given.contract().version(), given.contract().sha256()),
                new Report.CatalogueVersion(
                        given.catalogue().version(), given.catalogue().sha256()),
                Report.SuiteVersion.current(),
                Summary.of(tested(), judged),
                remarks,
                judged,
                new Report.Run(
                        started.truncatedTo(ChronoUnit.SECONDS).toString(),
                        Duration.between(started, clock.instant()).toMillis(),
                        outcome.requests()));
        listener.ended(report);
        return report;
    }

    private int tested() {
        return (int) given.catalogue().requirements().stream()
                .filter(Requirement::isTested)
                .count();
    }

    /** A run that ended early, or in which a check could not be carried out, does not prove conformance. */
    private static Verdict verdict(List<Result> results, Text ended) {
        if (!ended.isEmpty()) {
            return Verdict.INCONCLUSIVE;
        }
        if (results.stream().anyMatch(result -> result.status() == Status.FAILED)) {
            return Verdict.NON_CONFORMANT;
        }
        boolean judged = results.stream().anyMatch(result -> result.status() == Status.PASSED);
        boolean error = results.stream().anyMatch(result -> result.status() == Status.ERROR);
        return judged && !error ? Verdict.CONFORMANT : Verdict.INCONCLUSIVE;
    }
}
