package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.HttpVersion;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.report.Console;
import io.github.servicelinkage.conformance.report.HtmlReport;
import io.github.servicelinkage.conformance.report.JsonReport;
import io.github.servicelinkage.conformance.report.JunitReport;
import io.github.servicelinkage.conformance.report.MarkdownReport;
import io.github.servicelinkage.conformance.report.ProgressLine;
import io.github.servicelinkage.conformance.report.Reports;
import io.github.servicelinkage.conformance.report.Timings;
import io.github.servicelinkage.conformance.result.EarlierReport;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.cli.ApiKeySource;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkage verify}: judges a gateway, or the embedded mock gateway where no URL is given. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private static final Duration LONGEST_REPORTING = Duration.ofSeconds(10);

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

    @Option(names = "--rate", paramLabel = "N/s", converter = Converters.Rate.class)
    private Converters.Rate rate = Converters.Rate.UNLIMITED;

    @Option(names = "--concurrency", paramLabel = "N", defaultValue = "4", converter = Converters.Concurrency.class)
    private int concurrency;

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "10", converter = Converters.Seconds.class)
    private int timeout;

    @Option(names = "--time-limit", paramLabel = "MIN", defaultValue = "60", converter = Converters.Minutes.class)
    private int timeLimit;

    @Option(names = "--http", paramLabel = "1.1|2", converter = Converters.Http.class)
    private HttpVersion http = HttpVersion.NEGOTIATED;

    @Option(names = "--timings")
    private boolean timings;

    @Option(names = "--ca-file", paramLabel = "PEM")
    private @Nullable Path caFile;

    @Option(names = "--replay", paramLabel = "FILE")
    private @Nullable Path replay;

    @Option(names = "--baseline", paramLabel = "FILE")
    private @Nullable Path baselineFile;

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.EN;

    /** The parts of the suite. */
    enum Suite {
        /** The checks of this suite. */
        VALIDATION,
        /** The pacts of consumers. */
        PACT
    }

    @Override
    public Integer call() {
        if (report != null) {
            Reports.prepare(report);
        }
        try (TargetSession session = session()) {
            Conformance suite = Conformance.of(session.target())
                    .only(only)
                    .concurrency(concurrency)
                    .rate(rate.perSecond())
                    .timeLimit(Duration.ofMinutes(timeLimit));
            if (suites.contains(Suite.PACT)) {
                suite.pacts(pacts);
            }
            if (!suites.contains(Suite.VALIDATION)) {
                suite.withoutValidation();
            }
            if (replay != null) {
                suite.replay(failed(replay));
            }
            if (waiversFile != null) {
                suite.waivers(waiversFile);
            }
            if (subjectsFile != null) {
                suite.subjects(SubjectsFile.read(subjectsFile));
            }
            EarlierReport baseline = baselineFile == null ? EarlierReport.NONE : EarlierReport.read(baselineFile);
            return run(suite, new Reports(listeners(suite.catalogue(), baseline)));
        }
    }

    /** A signal ends the run, not the reports; the JVM then has the exit code of the signal, whatever the verdict is. */
    private static int run(Conformance suite, Listener reports) {
        // Whoever sends a signal does not wait for long.
        CompletableFuture<Boolean> reported = new CompletableFuture<>();
        Thread stop = new Thread(
                () -> {
                    suite.stop();
                    reported.completeOnTimeout(false, LONGEST_REPORTING.toSeconds(), TimeUnit.SECONDS)
                            .join();
                },
                "linkage-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return suite.run(reports).verdict().exitCode();
        } finally {
            reported.complete(true);
            if (!stop.isAlive()) {
                forget(stop);
            }
        }
    }

    private static void forget(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The signal came at this moment, when all is done.
        }
    }

    /** The target, which is being opened; wrong options are told at once. */
    private TargetSession session() {
        Optional<String> key = ApiKeySource.given(apiKeyFile);
        Duration limit = Duration.ofSeconds(timeout);
        if (url == null) {
            Text name = new Text("내장 모의 게이트웨이", "the embedded mock gateway");
            return TargetSession.embedded(name.in(language), key.orElse(MockGateway.DEFAULT_API_KEY), limit, http);
        }
        URI server = Converters.serverUrl(url);
        return TargetSession.gateway(new Target(
                server.toString(),
                server,
                key.orElseGet(() -> ApiKey.forLoopback(server)),
                limit,
                Optional.ofNullable(caFile),
                http));
    }

    /** Where the user has set no key, and the target refuses the one that was sent, that is the reason. */
    private final class KeyNote implements Listener {
        @Override
        public void ended(Report report) {
            boolean isRefused = report.exchanges().stream()
                    .anyMatch(exchange -> Objects.equals(exchange.status(), HttpURLConnection.HTTP_UNAUTHORIZED));
            if (isRefused && ApiKeySource.given(apiKeyFile).isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println(Text.of(
                                        "%s가 없어 모의 게이트웨이의 키를 보냈습니다.",
                                        "%s is not set, so the key of the mock gateway was sent.",
                                        ApiKeySource.VARIABLE)
                                .in(language));
            }
        }
    }

    private static EarlierReport failed(Path file) {
        EarlierReport earlier = EarlierReport.read(file);
        if (earlier.problems().isEmpty()) {
            throw new UsageException(Text.of("%s에 되풀이할 실패가 없습니다.", "%s has no failure to repeat.", file));
        }
        return earlier;
    }

    /** The console says the verdict before any report is written. */
    private List<Listener> listeners(Catalogue catalogue, EarlierReport baseline) {
        List<Listener> listeners = new ArrayList<>();
        boolean plain = isPlain(System.getenv("TERM"), System.getenv("NO_COLOR"));
        if (System.console() != null && !plain) {
            listeners.add(new ProgressLine(spec.commandLine().getErr()));
        }
        listeners.add(
                new Console(spec.commandLine().getOut(), plain ? Ansi.OFF : Ansi.AUTO, language, catalogue, baseline));
        listeners.add(new KeyNote());
        if (report != null) {
            listeners.add(new JsonReport(report));
            listeners.add(new JunitReport(report, language));
            listeners.add(new HtmlReport(report, language, catalogue));
            listeners.add(new MarkdownReport(report, language, catalogue));
        }
        if (timings) {
            listeners.add(new Timings(spec.commandLine().getOut(), language, Clock.systemUTC()));
        }
        return listeners;
    }

    /** A terminal that has no cursor to move, or a user who wants neither that nor colours (https://no-color.org). */
    static boolean isPlain(@Nullable String terminal, @Nullable String noColor) {
        return "dumb".equals(terminal) || noColor != null && !noColor.isEmpty();
    }
}
