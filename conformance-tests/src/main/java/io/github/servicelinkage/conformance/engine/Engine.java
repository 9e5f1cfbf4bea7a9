package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.evidence.Placeholders;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Summary;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.conformance.waiver.Waivers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Carries out suites one after the other, and comes to a verdict. What is not reachable, or accepts no control at all, is not
 * judged; nor is anything once the run has ended early.
 *
 * @param target the gateway
 * @param exchanger talks to it
 * @param context what the suites were planned from
 * @param planning plans the suites
 * @param settings how hard the target is worked
 * @param waivers what is known not to hold
 * @param ending ends the run before its time
 */
public record Engine(
        Target target,
        Exchanger exchanger,
        PlanContext context,
        Function<PlanContext, List<Suite>> planning,
        Settings settings,
        Waivers waivers,
        Ending ending) {
    /** An accepted control, and its repetition. */
    private static final int REQUESTS_FOR_CONTROL = 2;

    /** How many requests a run takes if nothing is found broken: each finding takes two more. */
    public int requests() {
        return requests(planning.apply(context));
    }

    private int requests(List<Suite> suites) {
        return REQUESTS_FOR_CONTROL * context.contract().operations().size()
                + suites.stream().mapToInt(Suite::requests).sum();
    }

    /**
     * Carries out one run.
     *
     * @throws UsageException if it cannot be over in time at the rate that is set
     */
    public Report run(Listener listener, Clock clock) {
        Instant started = clock.instant();
        List<Suite> suites = planning.apply(context);
        int requests = requests(suites);
        checkPace(requests);
        listener.started(target.name(), requests);
        ending.endAfter(
                settings.limit(),
                Text.of(
                        "실행 제한 시간(%d분)이 지나 중단했습니다. --time-limit를 늘리거나 --only로 나누어 실행하십시오.",
                        "The run was ended after its time limit of %d minutes. Raise --time-limit, or run parts with --only.",
                        settings.limit().toMinutes()));
        Run run = new Run(exchanger, context, settings, listener, ending);
        Preflight preflight = Preflight.of(run, context, target, requests);
        if (preflight.context() != context) {
            suites = planning.apply(preflight.context());
        }
        List<Result> results = new ArrayList<>();
        List<Text> remarks = new ArrayList<>(preflight.remarks());
        Text ended = preflight.obstacle();
        for (Suite suite : suites) {
            if (preflight.obstacle().isEmpty() && !ended.isEmpty()) {
                break;
            }
            Suite.Outcome outcome = ended.isEmpty() ? suite.carryOut(run, preflight) : suite.notStarted(run, preflight);
            results.addAll(outcome.results());
            remarks.addAll(outcome.diagnosis());
            ended = outcome.ended();
        }
        remarks.addAll(run.remarks());
        Waivers shown = waivers.redacted(new Placeholders(context.apiKey(), context.subjects())::text);
        List<Result> judged = shown.applied(results);
        remarks.addAll(shown.remarks(judged));
        Report report = report(clock, started, run.sent(), preflight, judged, ended, remarks);
        listener.ended(report);
        return report;
    }

    private void checkPace(int requests) {
        if (settings.perSecond() > 0
                && requests / settings.perSecond() > settings.limit().toSeconds()) {
            throw new UsageException(Text.of(
                    "--rate로는 요청 %d개를 실행 제한 시간(%d분) 안에 보낼 수 없습니다. --rate나 --time-limit를 늘리거나 --only로 줄이십시오.",
                    "At that --rate the %d requests take longer than the time limit of %d minutes. Raise --rate or --time-limit, or narrow the run with --only.",
                    requests,
                    settings.limit().toMinutes()));
        }
    }

    private Report report(
            Clock clock,
            Instant started,
            int sent,
            Preflight preflight,
            List<Result> results,
            Text ended,
            List<Text> remarks) {
        Contract contract = context.contract();
        return new Report(
                Report.SCHEMA_VERSION,
                verdict(preflight, results, ended),
                ended,
                new Report.TargetName(target.name()),
                new Report.ContractVersion(contract.version(), contract.sha256()),
                new Report.CatalogueVersion(
                        context.catalogue().version(), context.catalogue().sha256()),
                Report.SuiteVersion.current(),
                Summary.of(tested(), results),
                remarks,
                Evidence.NOTE,
                preflight.obstacle().isEmpty() ? List.of() : preflight.shown(ValidationSuite.evidence(context)),
                results,
                new Report.Run(
                        started.truncatedTo(ChronoUnit.SECONDS).toString(),
                        Duration.between(started, clock.instant()).toMillis(),
                        sent));
    }

    private int tested() {
        return (int) context.catalogue().requirements().stream()
                .filter(Requirement::isTested)
                .count();
    }

    /**
     * A run that ended early, or in which a check could not be carried out, does not prove conformance; that a valid request is
     * refused for its form shows the contrary, before anything else is judged.
     */
    private static Verdict verdict(Preflight preflight, List<Result> results, Text ended) {
        if (!ended.isEmpty() && !preflight.showsBreach()) {
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
