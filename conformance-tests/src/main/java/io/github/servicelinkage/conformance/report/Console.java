package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Columns;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.EarlierReport;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Tells people at a console what happens: a line for each clause family, each problem with its cause, then the verdict. */
public final class Console implements Listener {
    private static final Map<Status, String> COLOURS =
            Map.of(Status.FAILED, "red", Status.ERROR, "magenta", Status.WARNING, "yellow", Status.PASSED, "green");

    private final PrintWriter out;
    private final Ansi ansi;
    private final Language language;
    private final Catalogue catalogue;
    private final EarlierReport baseline;
    private final List<Text> said = new ArrayList<>();

    /**
     * Writes to a console.
     *
     * @param out where
     * @param ansi whether there are colours
     * @param language in which language
     * @param catalogue the requirements
     * @param baseline only what is different from this run is shown
     */
    public Console(PrintWriter out, Ansi ansi, Language language, Catalogue catalogue, EarlierReport baseline) {
        this.out = out;
        this.ansi = ansi;
        this.language = language;
        this.catalogue = catalogue;
        this.baseline = baseline;
    }

    @Override
    public void started(String target, int requests) {
        line(Text.of("대상: %2$s. 요청 약 %1$,d개를 보냅니다.", "Sending about %1$,d requests to %2$s.", requests, target));
        out.println();
        out.flush();
    }

    @Override
    public void limited(Text what) {
        said.add(what);
        line(what);
        out.flush();
    }

    @Override
    public void waiting(Duration wait) {
        line(Text.of(
                "대상의 요청에 따라 %d초 기다립니다(요청 속도를 제한하는 것이라면 --rate로 낮출 수 있음).",
                "Waiting for %d seconds, as the target asks (if it limits the rate, --rate slows the run down).",
                wait.toSeconds()));
        out.flush();
    }

    @Override
    public void ended(Report report) {
        if (report.summary().verified() == 0 && !report.reason().isEmpty()) {
            line(report.reason());
            report.exchanges().forEach(exchange -> {
                out.println();
                out.println("  " + exchange.description().in(language) + ":");
                evidence(exchange);
            });
            out.println();
            note(report, report.exchanges().stream());
            sentence(report);
            out.flush();
            return;
        }
        for (String family : catalogue.families()) {
            List<Result> results = report.results().stream()
                    .filter(result ->
                            catalogue.get(result.requirement()).family().equals(family))
                    .toList();
            if (!results.isEmpty()) {
                family(family, results);
            }
        }
        out.println();
        skipped(report.results());
        List<Result> problems = new ArrayList<>();
        for (Status status : List.of(Status.WARNING, Status.ERROR, Status.FAILED)) {
            report.results().stream()
                    .filter(result -> result.status() == status && baseline.isChanged(result))
                    .forEach(problems::add);
        }
        problems.forEach(this::problem);
        note(report, problems.stream().flatMap(result -> result.exchanges().stream()));
        report.results().stream()
                .filter(baseline::isMended)
                .forEach(result -> line(Text.of("이제 통과: %s", "passes now: %s", result.check())));
        report.diagnosis().stream().filter(remark -> !said.contains(remark)).forEach(this::line);
        verdict(report);
        out.flush();
    }

    private void family(String family, List<Result> results) {
        Map<Status, Long> counts =
                results.stream().collect(Collectors.groupingBy(Result::status, TreeMap::new, Collectors.counting()));
        out.println("  " + Columns.padded(family, 7)
                + Columns.padded(catalogue.family(family).in(language), 32)
                + counts.entrySet().stream()
                        .map(count -> coloured(count.getKey(), count.getValue() + " " + word(count.getKey())))
                        .collect(Collectors.joining(", ")));
    }

    /** Why checks were skipped: a line for each reason. */
    private void skipped(List<Result> results) {
        Map<String, Long> reasons = results.stream()
                .filter(result -> result.status() == Status.SKIPPED)
                .collect(Collectors.groupingBy(
                        result -> result.detail().in(language), LinkedHashMap::new, Collectors.counting()));
        reasons.forEach((reason, count) -> out.println(count + " " + word(Status.SKIPPED) + ": " + reason));
        if (!reasons.isEmpty()) {
            out.println();
        }
    }

    private void problem(Result result) {
        Requirement requirement = catalogue.get(result.requirement());
        out.println(coloured(
                result.status(),
                String.join(
                        "  ",
                        word(result.status()),
                        result.requirement(),
                        result.level().name(),
                        result.operation())));
        out.println("    " + requirement.text().in(language));
        out.println("    " + result.detail().in(language));
        if (!result.remedy().isEmpty()) {
            out.println("    " + Labels.REMEDY.then(result.remedy()).in(language));
        }
        result.exchanges().stream().limit(1).forEach(exchange -> {
            String request = exchange.description().in(language);
            if (!result.detail().in(language).contains(request)) {
                out.println("    " + request + ":");
            }
            evidence(exchange);
        });
        out.println();
    }

    private void evidence(Evidence exchange) {
        ExchangeLines.of(exchange, language).forEach(line -> out.println("    " + line));
    }

    /** How to send requests again, where any is shown. */
    private void note(Report report, Stream<Evidence> shown) {
        if (shown.findAny().isPresent()) {
            line(report.curlNote());
            out.println();
        }
    }

    private void verdict(Report report) {
        String counts = report.summary().checks().entrySet().stream()
                .map(count -> count.getValue() + " "
                        + word(Status.valueOf(count.getKey().toUpperCase(Locale.ROOT))))
                .collect(Collectors.joining(", "));
        out.println();
        line(Text.of(
                "요구사항 %2$d개 중 %1$d개를 판정했습니다. 검사: %3$s. 요청 %4$,d개, %5$.1f초.",
                "%d of %d requirements verified. Checks: %s. %,d requests in %.1f s.",
                report.summary().verified(),
                report.summary().requirements(),
                counts,
                report.run().requests(),
                report.run().milliseconds() / 1000.0));
        if (!report.reason().isEmpty()) {
            line(report.reason());
        }
        sentence(report);
    }

    private void sentence(Report report) {
        String colour = switch (report.verdict()) {
            case CONFORMANT -> "bold,green";
            case NON_CONFORMANT -> "bold,red";
            case INCONCLUSIVE -> "bold,yellow";
        };
        out.println(styled(
                colour, Text.of("판정: %s", "Verdict: %s", report.verdict()).in(language)));
    }

    private String word(Status status) {
        return Labels.of(status).in(language);
    }

    private void line(Text text) {
        out.println(text.in(language));
    }

    private String coloured(Status status, String text) {
        return COLOURS.containsKey(status) ? styled(COLOURS.get(status), text) : text;
    }

    private String styled(String style, String text) {
        return ansi.enabled()
                ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.off(Ansi.Style.parse(style))
                : text;
    }
}
