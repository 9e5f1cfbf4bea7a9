package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how long each phase of a run has taken, in milliseconds since the phase before. The last of the listeners. */
public final class Timings implements Listener {
    private final PrintWriter out;
    private final Language language;
    private final Clock clock;
    private final Map<Text, Duration> phases = new LinkedHashMap<>();
    private Instant since;
    private @Nullable Instant judged;
    private boolean isPact;

    /**
     * Begins with the start of this process.
     *
     * @param out where to
     * @param language in which language
     * @param clock says when a phase ends
     */
    public Timings(PrintWriter out, Language language, Clock clock) {
        this.out = out;
        this.language = language;
        this.clock = clock;
        this.since = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
        end(new Text("시작", "start-up"));
    }

    @Override
    public void started(String target, int requests) {
        end(new Text("준비(계약, 대상, 계획)", "preparation (contract, target, plan)"));
    }

    @Override
    public void judged(Result result) {
        if (!isPact && result.requirement().startsWith("LNK-PACT")) {
            checks();
            isPact = true;
        }
        judged = clock.instant();
    }

    @Override
    public void ended(Report report) {
        if (isPact) {
            end(new Text("소비자 계약", "pacts"), judged);
        } else {
            checks();
        }
        end(new Text("콘솔과 보고서", "console and reports"));
        out.println();
        phases.forEach((phase, duration) -> out.println(
                Text.of("%6d ms  %s", "%6d ms  %s", duration.toMillis(), phase).in(language)));
        out.flush();
    }

    private void checks() {
        end(new Text("검사", "checks"), judged);
    }

    private void end(Text phase) {
        end(phase, clock.instant());
    }

    private void end(Text phase, @Nullable Instant at) {
        Instant end = at == null ? since : at;
        phases.put(phase, Duration.between(since, end));
        since = end;
    }
}
