package io.github.servicelinkage.conformance.proof;

import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.contract.Operation;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Engine;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.engine.Verification;
import io.github.servicelinkage.conformance.engine.Waivers;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.fault.Variant;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs the whole validation suite, each time against a gateway of its own, several at a time. */
final class Proof {
    private static final int RUNS_AT_THE_SAME_TIME = 8;
    /** One check after the other, so that what a gateway remembers of earlier requests is the same in every run. */
    private static final Engine.Settings IN_ORDER = new Engine.Settings(1, 0);
    /** Gateways that take their time are asked many things at once. */
    private static final Engine.Settings AT_ONCE = new Engine.Settings(16, 0);

    static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** For gateways that never answer: every second of it is waited for. */
    private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(2);

    private static final String ANSWERED_IN_TIME = "LNK-BEH-05";

    private final Given given;
    private final Plan plan;

    Proof() {
        Contract contract = Contract.load();
        given = new Given(contract, Catalogue.load(contract), SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY);
        plan = Plan.of(given, requirement -> true);
    }

    Requirement requirement(String id) {
        return given.catalogue().get(id);
    }

    /** Every MUST and SHOULD that a check of the validation suite judges, in the order of the catalogue. */
    Set<String> judged() {
        Set<String> ids = new LinkedHashSet<>();
        plan.checks().forEach(check -> ids.add(check.requirement()));
        ids.removeIf(id -> requirement(id).level() == Level.MAY);
        return ids;
    }

    Run plain() {
        return run(plan, MockGateway.builder(), IN_ORDER, TIMEOUT);
    }

    /**
     * Judges one operation after the other until the fault is caught; with {@code -Dproof.whole} all of them. First comes the one
     * that the fault is named after; else it depends on the fault, so that each operation proves its checks.
     */
    Run faulty(Fault fault) {
        Duration timeout = fault.requirement().equals(ANSWERED_IN_TIME) ? SHORT_TIMEOUT : TIMEOUT;
        Supplier<MockGatewayBuilder> gateway = () -> MockGateway.builder().fault(fault);
        if (Boolean.getBoolean("proof.whole")) {
            return run(plan, gateway.get(), IN_ORDER, timeout);
        }
        List<Operation> operations = new ArrayList<>(given.contract().operations());
        operations.removeIf(operation -> checksOf(operation).checks().stream()
                .noneMatch(check -> check.requirement().equals(fault.requirement())));
        Collections.rotate(operations, fault.name().hashCode());
        operations.sort(Comparator.comparing(operation -> !isNamedAfter(fault, operation)));
        Run run = new Run(Verdict.INCONCLUSIVE, Map.of(), Map.of());
        for (Operation operation : operations) {
            run = run(checksOf(operation), gateway.get(), IN_ORDER, timeout);
            if (run.caught(fault.requirement(), requirement(fault.requirement()).level())) {
                return run;
            }
        }
        return run;
    }

    private Plan checksOf(Operation operation) {
        return plan.retaining(check -> check.operation().equals(operation.id()));
    }

    private static boolean isNamedAfter(Fault fault, Operation operation) {
        String noun = operation.id().substring("search".length()).toLowerCase(Locale.ROOT);
        return fault.name().endsWith("-on-" + noun);
    }

    Run different(Variant variant) {
        return run(plan, MockGateway.builder().variant(variant), AT_ONCE, TIMEOUT);
    }

    /** Carries out runs, and gives what they came to by the same names. */
    static <T> Map<T, Run> all(Map<T, Supplier<Run>> runs) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(RUNS_AT_THE_SAME_TIME);
        try {
            Map<T, Future<Run>> started = new LinkedHashMap<>();
            runs.forEach((name, run) -> started.put(name, pool.submit(run::get)));
            Map<T, Run> done = new LinkedHashMap<>();
            for (Map.Entry<T, Future<Run>> run : started.entrySet()) {
                done.put(run.getKey(), run.getValue().get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run of the suite failed by itself", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Run run(Plan checks, MockGatewayBuilder builder, Engine.Settings settings, Duration timeout) {
        try (MockGateway gateway = builder.start()) {
            Target target = new Target("gateway", gateway.url(), given.apiKey(), timeout, Optional.empty());
            return run(checks, target, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Judges a gateway that is there already. */
    Run run(Target target) {
        return run(plan, target, IN_ORDER);
    }

    private Run run(Plan checks, Target target, Engine.Settings settings) {
        return Run.of(new Verification(
                        target,
                        new HttpExchanger(target),
                        given,
                        checks,
                        settings,
                        Waivers.none(),
                        exchanger -> List.of())
                .run(new Listener() {}, Clock.systemUTC()));
    }
}
