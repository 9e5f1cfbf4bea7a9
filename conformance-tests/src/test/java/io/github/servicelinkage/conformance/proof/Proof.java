package io.github.servicelinkage.conformance.proof;

import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.engine.Engine;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.engine.Verification;
import io.github.servicelinkage.conformance.engine.Waivers;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.Fault;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import io.github.servicelinkage.stub.mock.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs of the whole validation suite, each against a gateway of its own, several at a time. */
final class Proof {
    private static final int RUNS_AT_THE_SAME_TIME = 6;
    /** One check after the other, so that what a gateway remembers of earlier requests is the same in every run. */
    private static final Engine.Settings IN_ORDER = new Engine.Settings(1, 0);
    /** Gateways that take their time are asked many things at once. */
    private static final Engine.Settings AT_ONCE = new Engine.Settings(16, 0);

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Catalogue catalogue;
    private final Given given;

    Proof() {
        Contract contract = Contract.load();
        catalogue = Catalogue.load(contract);
        given = new Given(contract, catalogue, SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * What a run came to.
     *
     * @param verdict its verdict
     * @param failed requirements that were found broken, each with the first detail
     * @param warned requirements that were warned of
     * @param unjudged checks that could not be carried out, with the reason
     * @param requests how many requests were sent
     */
    record Run(
            Verdict verdict,
            Map<String, String> failed,
            Map<String, String> warned,
            Map<String, String> unjudged,
            long requests) {

        /** Everything that was blamed, be it by failure or by warning. */
        Map<String, String> blamed() {
            Map<String, String> all = new TreeMap<>(failed);
            warned.forEach(all::putIfAbsent);
            return all;
        }

        private static Run of(Report report) {
            return new Run(
                    report.verdict(),
                    details(report, Status.FAILED),
                    details(report, Status.WARNING),
                    details(report, Status.ERROR),
                    report.run().requests());
        }

        private static Map<String, String> details(Report report, Status status) {
            Map<String, String> details = new TreeMap<>();
            for (Result result : report.results()) {
                if (result.status() == status) {
                    details.putIfAbsent(result.requirement(), result.detail().en());
                }
            }
            return details;
        }
    }

    /** Runs the suite against every gateway, and gives the runs in the order of the gateways. */
    Map<String, Run> run(List<Fault> faults, List<Variant> variants) throws InterruptedException {
        Map<String, Callable<Run>> runs = new LinkedHashMap<>();
        runs.put("", () -> run(Optional.empty(), Optional.empty()));
        faults.forEach(fault -> runs.put(fault.name(), () -> run(Optional.of(fault), Optional.empty())));
        variants.forEach(variant -> runs.put(variant.name(), () -> run(Optional.empty(), Optional.of(variant))));
        ExecutorService pool = Executors.newFixedThreadPool(RUNS_AT_THE_SAME_TIME);
        try {
            Map<String, Future<Run>> started = new LinkedHashMap<>();
            runs.forEach((name, run) -> started.put(name, pool.submit(run)));
            Map<String, Run> done = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Run>> run : started.entrySet()) {
                done.put(run.getKey(), run.getValue().get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A run of the suite failed by itself", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Run run(Optional<Fault> fault, Optional<Variant> variant) {
        MockGatewayBuilder builder = MockGateway.builder();
        fault.ifPresent(builder::fault);
        variant.ifPresent(builder::variant);
        try (MockGateway gateway = builder.start()) {
            Target target = new Target("gateway", gateway.url(), gateway.apiKey(), TIMEOUT, Optional.empty());
            Engine.Settings settings = variant.isPresent() ? AT_ONCE : IN_ORDER;
            return Run.of(new Verification(
                            target,
                            new HttpExchanger(target),
                            given,
                            Plan.of(given, requirement -> true),
                            settings,
                            Waivers.none(),
                            List::of)
                    .run(new Listener() {}, Clock.systemUTC()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
