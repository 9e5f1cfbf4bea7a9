package io.github.servicelinkage.conformance.engine;

import io.github.servicelinkage.client.api.ServiceLinkageApi;
import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.LengthDiagnosis;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.exchange.Answer;
import io.github.servicelinkage.conformance.exchange.Exchange;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.RunEnded;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan against a target.
 *
 * <p>First each operation's control is sent: what is not reachable or accepts no control at all is not judged. Then the checks
 * run, several at a time, each in its own order. Last the observing checks judge what was exchanged. Results come in the order
 * of the plan, whatever the order of execution.
 */
public final class Engine {
    private static final int AT_THE_SAME_TIME = 8;

    private final Given given;
    private final Settings settings;
    private final Listener listener;
    private final Evidences evidences;
    private final AtomicInteger sent = new AtomicInteger();
    private final ConcurrentLinkedQueue<Exchange> flowControl = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Text> ended = new AtomicReference<>();
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Exchanger exchanger;

    /**
     * An engine for one run.
     *
     * @param given what the plan was made from
     * @param target sends requests to the target
     * @param settings how hard the target is worked
     * @param listener hears what happens
     */
    public Engine(Given given, Exchanger target, Settings settings, Listener listener) {
        this.given = given;
        this.settings = settings;
        this.listener = listener;
        this.evidences = new Evidences(given);
        for (Operation operation : given.contract().operations()) {
            controls.put(operation.id(), new Control(given.accepted(operation)));
        }
        Exchanger counted = (description, request) -> {
            Exchange exchange = target.exchange(description, request);
            heard(sent.incrementAndGet());
            return exchange;
        };
        Exchanger paced = settings.perSecond() > 0
                ? new Paced(counted, settings.perSecond(), Sleeper.REAL, System::nanoTime)
                : counted;
        this.exchanger = new Patient(paced, Sleeper.REAL, Clock.systemUTC(), flowControl::add);
    }

    /** Talks to the target at the pace and with the patience of this run. */
    public Exchanger exchanger() {
        return exchanger;
    }

    /** Carries out a plan. */
    public Outcome run(Plan plan) {
        ExecutorService checks = Executors.newFixedThreadPool(settings.concurrency(), daemon("check"));
        ExecutorService requests = Executors.newFixedThreadPool(AT_THE_SAME_TIME, daemon("request"));
        try {
            return run(plan, new Conductor(exchanger, controls, this::level, requests), checks);
        } finally {
            checks.shutdownNow();
            requests.shutdownNow();
        }
    }

    /** How many requests a plan takes, controls among them, if nothing is found broken: each finding takes two more. */
    public int requests(Plan plan) {
        int controlled = (int)
                plan.checks().stream().filter(Check.Cases.class::isInstance).count();
        return plan.requests() + controlled / Control.CHECKS + 2 * controls.size();
    }

    private Outcome run(Plan plan, Conductor conductor, ExecutorService pool) {
        List<Exchange> observed = new ArrayList<>();
        try {
            Optional<Text> obstacle = preflight(plan, conductor, observed);
            if (obstacle.isPresent()) {
                return unjudged(plan, obstacle.get(), observed);
            }
        } catch (RunEnded e) {
            return unjudged(plan, e.reason(), observed);
        }
        Map<String, Future<Trial>> started = new LinkedHashMap<>();
        for (Check check : plan.checks()) {
            if (!(check instanceof Check.Observing)) {
                started.put(check.id(), pool.submit(() -> conduct(conductor, check)));
            }
        }
        Map<String, Trial> trials = new LinkedHashMap<>();
        started.forEach((id, future) -> {
            Trial trial = await(id, future);
            trials.put(id, trial);
            observed.addAll(trial.observed());
        });
        observed.addAll(flowControl);
        Map<String, List<Exchange>> byOperation = observed.stream()
                .collect(Collectors.groupingBy(exchange -> exchange.request().operation()));
        plan.checks().parallelStream()
                .filter(Check.Observing.class::isInstance)
                .map(Check.Observing.class::cast)
                .map(check -> Observer.observe(
                        check, level(check.requirement()), byOperation.getOrDefault(check.operation(), List.of())))
                .toList()
                .forEach(trial -> trials.put(trial.check().id(), trial));
        List<Result> results = plan.checks().stream()
                .map(check -> result(trials.get(check.id())))
                .toList();
        return new Outcome(
                results,
                Optional.ofNullable(ended.get()).orElse(Text.NONE),
                LengthDiagnosis.of(given, observed),
                sent.get());
    }

    /** Sends every control; tells what stands in the way of a run. */
    private Optional<Text> preflight(Plan plan, Conductor conductor, List<Exchange> observed) {
        List<Exchange> last = new ArrayList<>();
        for (String operation : controls.keySet()) {
            List<Exchange> tries = conductor.control(operation);
            observed.addAll(tries);
            last.add(tries.get(tries.size() - 1));
        }
        Exchange first = last.get(0);
        if (last.stream().allMatch(exchange -> exchange.answer().isEmpty())) {
            Text why = first.failure().orElseThrow().text();
            return Optional.of(new Text(
                    "대상에 연결할 수 없어 아무것도 판정하지 못했습니다: %s. --url과 대상의 상태를 확인하십시오.".formatted(why.ko()),
                    "The target cannot be reached, so nothing was judged: %s. Check --url and whether the target runs."
                            .formatted(why.en())));
        }
        if (last.stream()
                .noneMatch(
                        exchange -> exchange.answer().filter(Answer::isSuccess).isPresent())) {
            int status = first.answer().map(Answer::status).orElse(0);
            return Optional.of(Text.of(
                    "대조 요청이 받아들여지지 않아(상태 %d) 아무것도 판정하지 못했습니다. 키(LINKAGE_API_KEY), --url, --subjects를 확인하십시오.",
                    "The control request was not accepted (status %d), so nothing was judged. Check the key (LINKAGE_API_KEY), --url and --subjects.",
                    status));
        }
        int planned = requests(plan);
        return last.stream()
                .flatMap(exchange -> exchange.answer().stream())
                .flatMap(answer -> answer.header(ServiceLinkageApi.X_RATE_LIMIT_REMAINING_DAY).stream())
                .filter(remaining -> remaining.matches("[0-9]{1,9}") && Integer.parseInt(remaining) < planned)
                .findFirst()
                .map(remaining -> Text.of(
                        "오늘 남은 요청 수(%s)가 계획한 요청 수(%d)보다 적어 시작하지 않았습니다. --only로 줄이거나 GMT 자정 이후에 실행하십시오.",
                        "The remaining daily quota (%s) does not pay for the %d planned requests, so the run was not started. Narrow it with --only, or run after the next GMT midnight.",
                        remaining,
                        planned));
    }

    /** Once the run has ended early, nothing more is sent. */
    private Trial conduct(Conductor conductor, Check check) {
        Text reason = ended.get();
        if (reason != null) {
            return Trial.without(check, Status.SKIPPED, reason);
        }
        try {
            return conductor.conduct(check);
        } catch (RunEnded e) {
            ended.compareAndSet(null, e.reason());
            return Trial.without(check, Status.SKIPPED, e.reason());
        }
    }

    private static Trial await(String check, Future<Trial> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The check " + check + " failed by itself", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted", e);
        }
    }

    /** Nothing is judged, save a TLS connection that cannot be trusted: that shows before the first answer. */
    private Outcome unjudged(Plan plan, Text reason, List<Exchange> exchanges) {
        List<Exchange> untrusted = exchanges.stream()
                .filter(exchange ->
                        exchange.failure().filter(Exchange.Failure.TLS::equals).isPresent())
                .toList();
        List<Result> results = plan.checks().stream()
                .map(check -> check instanceof Check.Observing observing
                        ? Observer.observe(observing, level(check.requirement()), untrusted)
                        : Trial.without(check, Status.SKIPPED, reason))
                .map(trial ->
                        trial.status() == Status.FAILED ? trial : Trial.without(trial.check(), Status.SKIPPED, reason))
                .map(this::result)
                .toList();
        return new Outcome(results, reason, List.of(), sent.get());
    }

    private Result result(Trial trial) {
        Result result = new Result(
                trial.check().id(),
                trial.check().requirement(),
                level(trial.check().requirement()),
                trial.check().operation(),
                trial.status(),
                trial.detail(),
                trial.shown().stream()
                        .map(shown -> evidences.of(shown.exchange(), shown.expected()))
                        .toList());
        synchronized (listener) {
            listener.judged(result);
        }
        return result;
    }

    private void heard(int count) {
        synchronized (listener) {
            listener.sent(count);
        }
    }

    private Level level(String requirement) {
        return given.catalogue().get(requirement).level();
    }

    private static ThreadFactory daemon(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "linkage-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * How hard the target is worked.
     *
     * @param concurrency how many checks run at a time
     * @param perSecond most requests in a second; 0 for no limit
     */
    public record Settings(int concurrency, double perSecond) {}

    /**
     * What a run came to.
     *
     * @param results the results, in the order of the plan
     * @param ended why the run ended early, or empty
     * @param diagnosis what was found out besides
     * @param requests how many requests were sent
     */
    public record Outcome(List<Result> results, Text ended, List<Text> diagnosis, int requests) {}
}
