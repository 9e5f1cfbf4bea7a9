package io.github.servicelinkage.conformance;

import io.github.servicelinkage.conformance.check.Check;
import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Ending;
import io.github.servicelinkage.conformance.engine.Engine;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.engine.Settings;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.pact.PactSuite;
import io.github.servicelinkage.conformance.result.EarlierReport;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.subject.Subjects;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.conformance.waiver.Waivers;
import io.github.servicelinkage.conformance.waiver.WaiversFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Judges a gateway by the contract, and gives a report.
 *
 * <pre>{@code
 * Report report = Conformance.of(target).subjects(subjects).only("LNK-AUTH").run(new Listener() {});
 * }</pre>
 *
 * <p>By default it sends every check of the validation suite, four at a time, about the people of the platform's
 * sandbox; pacts only where they are asked for, since Pact need not be on the class path. Wrong settings are a {@link
 * UsageException} at once. Not thread-safe; may be run more than once.
 */
public final class Conformance {
    private static final int CONCURRENCY = 4;
    private static final Duration TIME_LIMIT = Duration.ofHours(1);

    private final CompletableFuture<Target> target;
    private final CompletableFuture<Exchanger> exchanger;
    private final Contract contract = Loaded.CONTRACT;
    private final Catalogue catalogue = Loaded.CATALOGUE;
    private Clock clock = Clock.systemUTC();
    private Optional<Subjects> subjects = Optional.empty();
    private Selection selection = Selection.ALL;
    private boolean validation = true;
    private Optional<List<String>> pacts = Optional.empty();
    private Optional<Path> waivers = Optional.empty();
    private Settings settings = new Settings(CONCURRENCY, 0, TIME_LIMIT);
    private volatile Ending ending = new Ending();

    private Conformance(CompletableFuture<Target> target) {
        this.target = target;
        this.exchanger = target.thenApplyAsync(HttpExchanger::new);
    }

    /** Judges a gateway. */
    public static Conformance of(Target target) {
        return of(CompletableFuture.completedFuture(target));
    }

    /** Judges a gateway that is being started; contract and requirements are read meanwhile. */
    public static Conformance of(CompletableFuture<Target> target) {
        return new Conformance(target);
    }

    /** The test persons that the gateway knows. */
    public Conformance subjects(Subjects people) {
        this.subjects = Optional.of(people);
        return this;
    }

    /**
     * Judges these requirements alone.
     *
     * @param ids ids of requirements, or beginnings of them such as {@code LNK-AUTH}; none for all
     * @throws UsageException if no requirement has an id
     */
    public Conformance only(String... ids) {
        return only(List.of(ids));
    }

    /** Judges these requirements alone; see {@link #only(String...)}. */
    public Conformance only(Collection<String> ids) {
        this.selection = selection.only(catalogue, ids);
        return this;
    }

    /** Judges these operations alone, by their ids; pacts are not concerned. */
    public Conformance operations(String... ids) {
        this.selection = selection.operations(List.of(ids));
        return this;
    }

    /** Carries out those checks alone that did not pass in an earlier run. */
    public Conformance replay(EarlierReport earlier) {
        this.selection = selection.checks(earlier.problems());
        return this;
    }

    /** Leaves the checks of the validation suite out, for a run of the pacts alone. */
    public Conformance withoutValidation() {
        this.validation = false;
        return this;
    }

    /**
     * Verifies pacts of consumers, too.
     *
     * @param sources folders, files or http(s) URLs; none for the pact of this kit's own client
     * @throws UsageException if a folder or file is not there, or Pact is not on the class path
     */
    public Conformance pacts(String... sources) {
        return pacts(List.of(sources));
    }

    /** Verifies pacts of consumers, too; see {@link #pacts(String...)}. */
    public Conformance pacts(List<String> sources) {
        PactSuite.check(sources);
        this.pacts = Optional.of(List.copyOf(sources));
        CompletableFuture.runAsync(PactSuite::prepare);
        return this;
    }

    /**
     * Waives failures that are known.
     *
     * @param file a waivers file
     * @throws UsageException if it cannot be read, or is not a waivers file
     */
    public Conformance waivers(Path file) {
        WaiversFile.read(file, catalogue, LocalDate.now(clock));
        this.waivers = Optional.of(file);
        return this;
    }

    /** Sends at most so many requests in a second; 0 for no limit. */
    public Conformance rate(double perSecond) {
        this.settings = new Settings(settings.concurrency(), perSecond, settings.limit());
        return this;
    }

    /** Ends a run that takes longer, an hour unless set: what has not been judged is skipped, and the verdict is INCONCLUSIVE. */
    public Conformance timeLimit(Duration limit) {
        this.settings = new Settings(settings.concurrency(), settings.perSecond(), limit);
        return this;
    }

    /** Carries out so many checks at a time. */
    public Conformance concurrency(int checks) {
        this.settings = new Settings(checks, settings.perSecond(), settings.limit());
        return this;
    }

    /** The clock that says when the run starts, and which waivers have expired. */
    public Conformance clock(Clock other) {
        this.clock = other;
        return this;
    }

    /** The requirements. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** The requirements that the selection includes. */
    public List<Requirement> requirements() {
        return catalogue.requirements().stream().filter(selection::includes).toList();
    }

    /** Ids of the checks of the validation suite that a run carries out, such as {@code LNK-AUTH-01/searchConsent}. */
    public List<String> checks() {
        return new Planning(selection, validation, pacts)
                .plan(context(await(target))).checks().stream().map(Check::id).toList();
    }

    /**
     * Carries out one run.
     *
     * @param listener hears what happens; called from one thread at a time
     * @return the report, which the listener has heard, too
     * @throws UsageException if the target could not be started, its CA file cannot be used, or the rate is too low for the time limit
     */
    public Report run(Listener listener) {
        Target gateway = await(target);
        PlanContext context = context(gateway);
        Ending end = ending;
        try {
            return engine(gateway, context, end).run(listener, clock);
        } finally {
            ending = new Ending();
            end.end(Text.NONE);
        }
    }

    /**
     * Ends the run that is under way on another thread, or else the next one, at once. The run gives its report: what has not been
     * judged is skipped, and the verdict is INCONCLUSIVE. Thread-safe.
     */
    public void stop() {
        ending.end(new Text("실행이 중단되었습니다.", "The run was stopped."));
    }

    private Engine engine(Target gateway, PlanContext context, Ending end) {
        return new Engine(
                gateway,
                await(exchanger),
                context,
                planned -> new Planning(selection, validation, pacts).suites(gateway, planned),
                settings,
                waivers.map(file -> WaiversFile.read(file, catalogue, LocalDate.now(clock)))
                        .orElseGet(Waivers::none),
                end);
    }

    private PlanContext context(Target gateway) {
        return new PlanContext(
                contract, catalogue, subjects.orElseGet(SubjectsFile::sandbox), gateway.apiKey(), gateway.isLocal());
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UsageException usage) {
                throw usage;
            }
            throw e;
        }
    }

    /** Read once in a JVM, when the first gateway is judged. */
    private static final class Loaded {
        static final Contract CONTRACT = Contract.load();
        static final Catalogue CATALOGUE = Catalogue.load(CONTRACT);
    }
}
