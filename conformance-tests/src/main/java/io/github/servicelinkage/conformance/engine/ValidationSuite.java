package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.conformance.check.CaseExchange;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.contract.Vocabulary;
import io.github.servicelinkage.conformance.evidence.EvidenceWriter;
import io.github.servicelinkage.conformance.evidence.Familiar;
import io.github.servicelinkage.conformance.evidence.Placeholders;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checks of this suite. They run several at a time, each in its own order; last, the passive checks judge what was
 * exchanged. Results come in the order of the plan, whatever the order of execution.
 */
public final class ValidationSuite implements Suite {
    private static final int AT_THE_SAME_TIME = 40;

    private static final Text DEAF = Text.of(
            "판정할 수 없음: 무엇을 보내든 같은 응답이 옴(%s)",
            "not judged: whatever is sent, the response is the same (%s)", Plan.DEPENDS_ON_REQUEST);

    private static final Text REFUSED = Text.of(
            "판정할 수 없음: 이 연산의 대조 요청을 수락하지 않음(%s)",
            "not judged: the control of this operation is refused (%s)", Plan.IS_ACCEPTED);

    private static final Text TOO_LITTLE_MEMORY = new Text(
            "판정할 수 없음: Java의 메모리가 모자람(예: JAVA_TOOL_OPTIONS=-Xmx512m)",
            "not judged: Java has too little memory (give it more, as by JAVA_TOOL_OPTIONS=-Xmx512m)");

    private final PlanContext context;
    private final Plan plan;
    private final EvidenceWriter evidence;
    private final AtomicReference<@Nullable Text> ended = new AtomicReference<>();

    /**
     * The checks of a plan; for one run.
     *
     * @param context what the plan was made from
     */
    public ValidationSuite(PlanContext context, Plan plan) {
        this.context = context;
        this.plan = plan;
        this.evidence = evidence(context);
    }

    /** Writes what reports may show of the exchanges of a run. */
    public static EvidenceWriter evidence(PlanContext context) {
        Contract contract = context.contract();
        return new EvidenceWriter(
                new Placeholders(context.apiKey(), context.subjects()),
                familiar(contract.vocabulary()),
                contract.apiKeyHeader());
    }

    private static Familiar familiar(Vocabulary words) {
        return new Familiar(words.members(), words.personal(), words.days(), words.texts(), words.numbers());
    }

    @Override
    public int requests() {
        long controlled =
                plan.checks().stream().filter(Check.Cases.class::isInstance).count();
        return plan.requests() + (int) controlled / Control.CHECKS;
    }

    @Override
    public Outcome carryOut(Run run, Preflight preflight) {
        ExecutorService checks = Executors.newFixedThreadPool(run.settings().concurrency(), new DaemonThreads("check"));
        ExecutorService requests = Executors.newFixedThreadPool(AT_THE_SAME_TIME, new DaemonThreads("request"));
        try {
            return carryOut(run, preflight, new CheckRunner(run, this::level, requests), checks);
        } finally {
            checks.shutdownNow();
            requests.shutdownNow();
        }
    }

    private Outcome carryOut(Run run, Preflight preflight, CheckRunner runner, ExecutorService pool) {
        List<CaseExchange> observed = new ArrayList<>(preflight.exchanges());
        Map<String, CheckOutcome> gates = gates(run, runner);
        Set<String> closed = gates.values().stream()
                .filter(outcome -> outcome.status() == Status.FAILED)
                .map(outcome -> outcome.check().operation())
                .collect(Collectors.toSet());
        List<Started> started = new ArrayList<>();
        for (Check check : plan.wrongKeysLast(context)) {
            if (gates.containsKey(check.id())) {
                started.add(Started.settled(gates.get(check.id())));
            } else if (closed.contains(check.operation())) {
                started.add(Started.settled(CheckOutcome.without(check, Status.SKIPPED, DEAF)));
            } else if (preflight.refused().containsKey(check.operation())
                    && !check.requirement().equals(Plan.IS_ACCEPTED)) {
                started.add(Started.settled(CheckOutcome.broken(check, preflight)
                        .orElseGet(() -> CheckOutcome.without(check, Status.SKIPPED, REFUSED))));
            } else if (!(check instanceof Check.Passive)) {
                started.add(new Started(check, CompletableFuture.supplyAsync(() -> carryOut(runner, check), pool)));
            }
        }
        Map<String, Result> results = new LinkedHashMap<>();
        List<CheckOutcome> spoiled = new ArrayList<>();
        started.forEach(each -> {
            CheckOutcome outcome = await(run, each);
            observed.addAll(outcome.observed());
            if (outcome.isSpoiled()) {
                spoiled.add(outcome);
            } else {
                results.put(each.check().id(), judged(run, outcome));
            }
        });
        for (CheckOutcome first : spoiled) {
            CheckOutcome outcome = onceMore(run, runner, first);
            observed.addAll(outcome.observed());
            results.put(first.check().id(), judged(run, outcome));
        }
        observed.addAll(run.askedToWait());
        passive(run, pool, observed, closed)
                .forEach(outcome -> results.put(outcome.check().id(), judged(run, outcome)));
        return new Outcome(
                plan.checks().stream().map(check -> results.get(check.id())).toList(),
                Optional.ofNullable(ended.get()).orElse(Text.NONE),
                plan.diagnosis().of(observed));
    }

    /** Of an operation whose response does not depend on the request, nothing else can be told. */
    private Map<String, CheckOutcome> gates(Run run, CheckRunner runner) {
        Map<String, CheckOutcome> gates = new LinkedHashMap<>();
        plan.checks().stream()
                .filter(check -> check.requirement().equals(Plan.DEPENDS_ON_REQUEST))
                .forEach(check -> gates.put(check.id(), alone(run, runner, check)));
        return gates;
    }

    private CheckOutcome alone(Run run, CheckRunner runner, Check check) {
        return carriedOut(check, () -> run.unlessEnded(() -> carryOut(runner, check)));
    }

    /** Once the run has ended early, nothing more is sent. */
    private CheckOutcome carryOut(CheckRunner runner, Check check) {
        Text reason = ended.get();
        return reason == null
                ? carriedOut(check, () -> runner.run(check))
                : CheckOutcome.without(check, Status.SKIPPED, reason);
    }

    /**
     * A 5xx may be due to what else was under way, or come by chance, and then LNK-BEH-02 alone is broken. What it spoiled is
     * carried out once more when nothing else is.
     */
    private CheckOutcome onceMore(Run run, CheckRunner runner, CheckOutcome first) {
        CheckOutcome second = alone(run, runner, first.check());
        return ended.get() == null ? second : first.observing(List.of());
    }

    private List<CheckOutcome> passive(Run run, ExecutorService pool, List<CaseExchange> observed, Set<String> closed) {
        Map<String, List<CaseExchange>> byOperation = observed.stream()
                .collect(Collectors.groupingBy(exchange -> exchange.planned().operation()));
        List<Started> judged = plan.checks().stream()
                .filter(Check.Passive.class::isInstance)
                .map(Check.Passive.class::cast)
                .filter(check -> !closed.contains(check.operation()))
                .map(check -> new Started(
                        check,
                        CompletableFuture.supplyAsync(
                                () -> PassiveJudge.judge(
                                        check,
                                        level(check.requirement()),
                                        byOperation.getOrDefault(check.operation(), List.of())),
                                pool)))
                .toList();
        return judged.stream().map(each -> await(run, each)).toList();
    }

    /** Nothing is judged, save what shows before the run: a TLS connection that cannot be trusted, a valid request that is refused. */
    @Override
    public Outcome notStarted(Run run, Preflight preflight) {
        List<Result> results = plan.checks().stream()
                .map(check -> CheckOutcome.untrusted(check, preflight)
                        .or(() -> CheckOutcome.broken(check, preflight))
                        .orElseGet(() -> CheckOutcome.without(check, Status.SKIPPED, preflight.obstacle())))
                .map(outcome -> judged(run, outcome))
                .toList();
        return new Outcome(results, preflight.obstacle(), List.of());
    }

    private Result judged(Run run, CheckOutcome outcome) {
        Check check = outcome.check();
        Result result = Result.of(
                check.id(),
                context.catalogue().get(check.requirement()),
                check.operation(),
                outcome.status(),
                outcome.detail(),
                outcome.shown().stream()
                        .map(shown -> evidence.of(
                                shown.exchange().exchange(),
                                shown.exchange().planned().description(),
                                shown.expected()))
                        .toList());
        run.judged(result);
        return result;
    }

    private CheckOutcome await(Run run, Started each) {
        return carriedOut(each.check(), () -> run.ending().await(each.outcome()));
    }

    /** A check that fails by itself is an error of the run, and the others go on. */
    private CheckOutcome carriedOut(Check check, Supplier<CheckOutcome> work) {
        try {
            return work.get();
        } catch (RunEnded e) {
            ended.compareAndSet(null, e.reason());
            return CheckOutcome.without(check, Status.SKIPPED, e.reason());
        } catch (OutOfMemoryError e) {
            return CheckOutcome.without(check, Status.ERROR, TOO_LITTLE_MEMORY);
        } catch (RuntimeException | StackOverflowError e) {
            return CheckOutcome.without(
                    check,
                    Status.ERROR,
                    Text.of(
                            "판정할 수 없음: 스위트 자체의 오류(%s). 이 대상과 함께 알려 주십시오.",
                            "not judged: the suite itself failed (%s). Please report it.",
                            e.getClass().getSimpleName()));
        }
    }

    private Level level(String requirement) {
        return context.catalogue().get(requirement).level();
    }

    /** A check that is being carried out. */
    private record Started(Check check, CompletableFuture<CheckOutcome> outcome) {
        static Started settled(CheckOutcome outcome) {
            return new Started(outcome.check(), CompletableFuture.completedFuture(outcome));
        }
    }
}
