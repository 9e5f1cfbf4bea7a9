package io.github.servicelinkage.conformance.proof;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.fault.Fault;
import io.github.servicelinkage.stub.fault.Variant;
import io.github.servicelinkage.stub.message.Text;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
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
public final class Proof {
    private static final int RUNS_AT_THE_SAME_TIME = 8;
    /** One check after the other, so that what a gateway remembers of earlier requests is the same in every run. */
    private static final int IN_ORDER = 1;
    /** Gateways that take their time are asked many things at once. */
    private static final int AT_ONCE = 16;

    /** The key that a gateway is to take. */
    public static final String API_KEY = MockGateway.DEFAULT_API_KEY;

    static final Duration TIMEOUT = Duration.ofMinutes(1);
    /** For gateways that never answer: every second of it is waited for. */
    private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(2);

    private static final String ANSWERED_IN_TIME = "LNK-BEH-05";

    private final Catalogue catalogue;
    /** Requirements and operations, as {@code LNK-AUTH-01/searchConsent}. */
    private final List<String> checks;

    /** A gateway that runs. */
    public interface Gateway extends Closeable {
        URI url();
    }

    /** Starts a gateway for one run. */
    public interface Starter {
        Gateway start() throws IOException;
    }

    public Proof() {
        Conformance suite = Conformance.of(target(URI.create("http://127.0.0.1"), TIMEOUT));
        catalogue = suite.catalogue();
        checks = suite.checks();
    }

    public Requirement requirement(String id) {
        return catalogue.get(id);
    }

    /** Every MUST and SHOULD that a check of the validation suite judges, in the order of the catalogue. */
    Set<String> judged() {
        Set<String> ids = new LinkedHashSet<>();
        checks.forEach(check -> ids.add(check.substring(0, check.indexOf('/'))));
        ids.removeIf(id -> requirement(id).level() == Level.MAY);
        return ids;
    }

    Run plain() {
        return plain(mock(MockGateway.builder()));
    }

    /** Judges a gateway as it is. */
    public Run plain(Starter gateway) {
        return run(gateway, IN_ORDER, TIMEOUT);
    }

    Run faulty(Fault fault) {
        return faulty(
                fault.name(),
                fault.requirement(),
                () -> mock(MockGateway.builder().fault(fault)).start());
    }

    /**
     * Judges one operation after the other until the fault is caught; with {@code -Dproof.whole} all of them. First comes the one
     * that the fault is named after; else it depends on the fault, so that each operation proves its checks.
     */
    public Run faulty(String name, String requirement, Starter gateway) {
        Duration timeout = requirement.equals(ANSWERED_IN_TIME) ? SHORT_TIMEOUT : TIMEOUT;
        if (Boolean.getBoolean("proof.whole")) {
            return run(gateway, IN_ORDER, timeout);
        }
        List<String> operations = new ArrayList<>(checks.stream()
                .filter(check -> check.startsWith(requirement + "/"))
                .map(check -> check.substring(check.indexOf('/') + 1))
                .toList());
        Collections.rotate(operations, name.hashCode());
        operations.sort(Comparator.comparing(operation -> !isNamedAfter(name, operation)));
        Run run = Run.NONE;
        for (String operation : operations) {
            run = run(gateway, IN_ORDER, timeout, operation);
            if (run.caught(requirement, requirement(requirement).level())) {
                return run;
            }
        }
        return run;
    }

    private static boolean isNamedAfter(String name, String operation) {
        String noun = operation.substring("search".length()).toLowerCase(Locale.ROOT);
        return name.endsWith("-on-" + noun);
    }

    /** A gateway whose responses say nothing of some requirements. */
    Run silent(Interceptor around) {
        return plain(mock(MockGateway.builder().variant(new Variant("silent", Text.same("silent"), around))));
    }

    /** A gateway that is not there. */
    Run absent() {
        return run(target(URI.create("http://127.0.0.1:1/v1/common/member"), TIMEOUT));
    }

    /** Requirements whose checks send requests of their own. */
    Set<String> sending() {
        PlanContext context =
                new PlanContext(Contract.load(), catalogue, SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY, true);
        Set<String> ids = new LinkedHashSet<>();
        Plan.of(context, requirement -> judged().contains(requirement.id())).checks().stream()
                .filter(check -> !check.cases().isEmpty())
                .forEach(check -> ids.add(check.requirement()));
        return ids;
    }

    /** Ids of the checks that a run carries out. */
    List<String> checks() {
        return checks;
    }

    Run different(Variant variant) {
        return different(() -> mock(MockGateway.builder().variant(variant)).start());
    }

    /** Judges a gateway that may take its time. */
    public Run different(Starter gateway) {
        return run(gateway, AT_ONCE, TIMEOUT);
    }

    /**
     * Carries out runs, and gives what they came to by the same names. The last are started first: gateways that keep the suite
     * waiting (BEH) come late in every list, and would run alone at the end.
     */
    public static <T> Map<T, Run> all(Map<T, Supplier<Run>> runs) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(RUNS_AT_THE_SAME_TIME);
        try {
            List<T> names = new ArrayList<>(runs.keySet());
            Collections.reverse(names);
            Map<T, Future<Run>> started = new HashMap<>();
            names.forEach(name -> started.put(name, pool.submit(runs.get(name)::get)));
            Map<T, Run> done = new LinkedHashMap<>();
            for (T name : runs.keySet()) {
                done.put(name, started.get(name).get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run of the suite failed by itself", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Starter mock(MockGatewayBuilder builder) {
        return () -> {
            MockGateway mock = builder.start();
            return new Gateway() {
                @Override
                public URI url() {
                    return mock.url();
                }

                @Override
                public void close() {
                    mock.close();
                }
            };
        };
    }

    private static Run run(Starter starter, int concurrency, Duration timeout, String... operations) {
        try (Gateway gateway = starter.start()) {
            return run(target(gateway.url(), timeout), concurrency, operations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Judges a gateway that is there already. */
    static Run run(Target target) {
        return run(target, IN_ORDER);
    }

    private static Run run(Target target, int concurrency, String... operations) {
        return Run.of(Conformance.of(target)
                .operations(operations)
                .concurrency(concurrency)
                .run(new Listener() {}));
    }

    private static Target target(URI url, Duration timeout) {
        return new Target("gateway", url, API_KEY, timeout, Optional.empty());
    }
}
