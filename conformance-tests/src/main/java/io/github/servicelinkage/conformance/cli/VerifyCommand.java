package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.check.Given;
import io.github.servicelinkage.conformance.check.Plan;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Engine;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.engine.Verification;
import io.github.servicelinkage.conformance.engine.Waivers;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.pact.PactVerification;
import io.github.servicelinkage.conformance.report.Console;
import io.github.servicelinkage.conformance.report.EarlierReport;
import io.github.servicelinkage.conformance.report.HtmlReport;
import io.github.servicelinkage.conformance.report.JsonReport;
import io.github.servicelinkage.conformance.report.JunitReport;
import io.github.servicelinkage.conformance.report.MarkdownReport;
import io.github.servicelinkage.conformance.report.ProgressLine;
import io.github.servicelinkage.conformance.report.Reports;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.cli.ApiKeySource;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage verify}: judges a gateway, or the embedded mock gateway where no URL is given. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        resourceBundle = "io.github.servicelinkage.conformance.cli.Messages",
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL")
    private @Nullable URI url;

    @Option(names = "--subjects", paramLabel = "FILE")
    private @Nullable Path subjectsFile;

    @Option(names = "--api-key-file", paramLabel = "FILE")
    private @Nullable Path apiKeyFile;

    @Option(names = "--report", paramLabel = "DIR")
    private @Nullable Path report;

    @Option(names = "--suite", paramLabel = "NAME", split = ",", defaultValue = "validation,pact")
    private Set<Suite> suites = EnumSet.allOf(Suite.class);

    @Option(names = "--only", paramLabel = "ID", split = ",")
    private List<String> only = new ArrayList<>();

    @Option(names = "--waivers", paramLabel = "FILE")
    private @Nullable Path waiversFile;

    @Option(names = "--pacts", paramLabel = "DIR|URL", split = ",")
    private List<String> pacts = new ArrayList<>();

    @Option(names = "--rate", paramLabel = "N/s", converter = Converters.Rate.class, defaultValue = "0")
    private Converters.Rate rate = Converters.Rate.UNLIMITED;

    @Option(names = "--concurrency", paramLabel = "N", defaultValue = "4", converter = Converters.Positive.class)
    private int concurrency;

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "10", converter = Converters.Positive.class)
    private int timeout;

    @Option(names = "--ca-file", paramLabel = "PEM")
    private @Nullable Path caFile;

    @Option(names = "--replay", paramLabel = "FILE")
    private @Nullable Path replay;

    @Option(names = "--baseline", paramLabel = "FILE")
    private @Nullable Path baselineFile;

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.ofSystem();

    /** The parts of the suite. */
    enum Suite {
        /** The checks of this suite. */
        VALIDATION,
        /** The pacts of consumers. */
        PACT
    }

    @Override
    public Integer call() {
        PactVerification.check(pacts);
        Optional<String> key = ApiKeySource.given(apiKeyFile);
        CompletableFuture<Opened> opening = Opened.meanwhile(opening(key));
        if (suites.contains(Suite.PACT)) {
            CompletableFuture.runAsync(PactVerification::prepare);
        }
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);
        EarlierReport baseline = baselineFile == null ? EarlierReport.NONE : EarlierReport.read(baselineFile);
        Selection selection = Selection.of(catalogue, only, replay);
        Waivers waivers = waiversFile == null
                ? Waivers.none()
                : Waivers.read(waiversFile, catalogue, LocalDate.now(Clock.systemUTC()));
        Subjects subjects = subjectsFile == null ? SubjectsFile.sandbox() : SubjectsFile.read(subjectsFile);
        try (Opened opened = Opened.await(opening)) {
            Given given =
                    new Given(contract, catalogue, subjects, opened.target().apiKey());
            Plan plan = suites.contains(Suite.VALIDATION)
                    ? Plan.of(given, selection::includes).retaining(check -> selection.includesCheck(check.id()))
                    : new Plan(List.of());
            Verification verification = new Verification(
                    opened.target(),
                    opened.exchanger(),
                    given,
                    plan,
                    new Engine.Settings(concurrency, rate.perSecond()),
                    waivers,
                    exchanger -> pacts(opened.target(), exchanger, given, selection));
            Listener listener = new Reports(listeners(catalogue, baseline));
            return verification.run(listener, Clock.systemUTC()).verdict().exitCode();
        }
    }

    /** What opens the target; wrong options are told at once. */
    private Supplier<Opened> opening(Optional<String> key) {
        Duration limit = Duration.ofSeconds(timeout);
        if (url == null) {
            String name = language == Language.KO ? "내장 모의 게이트웨이" : "the embedded mock gateway";
            return () -> Opened.embedded(name, key.orElse(MockGateway.DEFAULT_API_KEY), limit);
        }
        URI server = Converters.serverUrl(url);
        Target target = new Target(
                server.toString(),
                server,
                key.orElseGet(() -> ApiKey.forLoopback(server)),
                limit,
                Optional.ofNullable(caFile));
        return () -> Opened.gateway(target);
    }

    private List<Result> pacts(Target target, Exchanger exchanger, Given given, Selection selection) {
        Requirement requirement = given.catalogue().get(PactSuite.REQUIREMENT);
        if (!suites.contains(Suite.PACT) || !selection.includes(requirement)) {
            return List.of();
        }
        return PactSuite.results(target, exchanger, given.subjects(), requirement, pacts).stream()
                .filter(result -> selection.includesCheck(result.check()))
                .toList();
    }

    private List<Listener> listeners(Catalogue catalogue, EarlierReport baseline) {
        List<Listener> listeners = new ArrayList<>();
        if (System.console() != null) {
            listeners.add(new ProgressLine(spec.commandLine().getErr()));
        }
        if (report != null) {
            listeners.add(new JsonReport(report));
            listeners.add(new JunitReport(report, language));
            listeners.add(new HtmlReport(report, language, catalogue));
            listeners.add(new MarkdownReport(report, language, catalogue));
        }
        listeners.add(new Console(spec.commandLine().getOut(), Ansi.AUTO, language, catalogue, baseline));
        return listeners;
    }
}
