package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Level;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the template of {@link MarkdownReport} shows; it decides nothing itself.
 *
 * @param korean whether the page is in Korean
 * @param verdict the verdict in words
 * @param target what was judged
 * @param requirements how many requirements there are
 * @param verified how many of them were judged
 * @param counts how many checks came to each status
 * @param remarks why the verdict is not plain, and what was diagnosed
 * @param exchanges what shows why nothing was judged
 * @param problems what does not hold
 * @param curlNote how to send requests again
 * @param contract the contract
 * @param requirementCatalogue the catalogue
 * @param suite version of the suite
 */
record MarkdownPage(
        boolean korean,
        String verdict,
        String target,
        int requirements,
        int verified,
        String counts,
        List<String> remarks,
        List<Shown> exchanges,
        List<Problem> problems,
        String curlNote,
        Report.ContractVersion contract,
        Report.CatalogueVersion requirementCatalogue,
        String suite) {

    private static final int MOST_SHOWN = 10;

    private static final List<Status> PROBLEMS = List.of(Status.FAILED, Status.ERROR, Status.WARNING);

    static MarkdownPage of(Report report, Language language, Catalogue catalogue) {
        return new MarkdownPage(
                language == Language.KO,
                Labels.of(report.verdict()).in(language),
                report.target().name(),
                report.summary().requirements(),
                report.summary().verified(),
                Arrays.stream(Status.values())
                        .filter(status -> report.summary().count(status) > 0)
                        .map(status -> Labels.of(status).in(language) + " "
                                + report.summary().count(status))
                        .collect(Collectors.joining(", ")),
                Stream.concat(Stream.of(report.reason()), report.diagnosis().stream())
                        .filter(remark -> !remark.isEmpty())
                        .map(remark -> remark.in(language))
                        .toList(),
                report.exchanges().stream()
                        .map(exchange -> shown(exchange, language))
                        .toList(),
                problems(report, language, catalogue),
                report.curlNote().in(language),
                report.contract(),
                report.catalogue(),
                report.suite().version());
    }

    /** A row for each way in which a requirement does not hold, be it with one operation or with both. */
    private static List<Problem> problems(Report report, Language language, Catalogue catalogue) {
        Map<List<String>, Problem> rows = new LinkedHashMap<>();
        for (Status status : PROBLEMS) {
            report.results().stream()
                    .filter(result -> result.status() == status)
                    .map(result -> problem(result, language, catalogue))
                    .forEach(problem -> rows.merge(
                            List.of(problem.status(), problem.requirement(), problem.found()), problem, Problem::and));
        }
        return List.copyOf(rows.values());
    }

    private static Problem problem(Result result, Language language, Catalogue catalogue) {
        return new Problem(
                Labels.of(result.status()).in(language),
                result.requirement(),
                result.level(),
                result.operation(),
                catalogue.get(result.requirement()).text().in(language),
                result.detail().in(language),
                result.remedy().in(language),
                result.exchanges().stream()
                        .limit(1)
                        .map(exchange -> shown(exchange, language))
                        .toList());
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** Those whose requests are shown: a comment has to be short. */
    List<Problem> sent() {
        return problems.stream()
                .filter(problem -> !problem.shown().isEmpty())
                .limit(MOST_SHOWN)
                .toList();
    }

    boolean hasSent() {
        return !sent().isEmpty();
    }

    boolean hasRequests() {
        return hasSent() || !exchanges.isEmpty();
    }

    private static Shown shown(Evidence exchange, Language language) {
        return new Shown(exchange.description().in(language), ExchangeLines.of(exchange, language));
    }

    /** An exchange, each of whose lines is one in which Markdown changes nothing. */
    record Shown(String description, List<String> lines) {}

    /** A row of the table. */
    record Problem(
            String status,
            String requirement,
            Level level,
            String operation,
            String required,
            String found,
            String remedy,
            List<Shown> shown) {
        Problem and(Problem other) {
            return new Problem(
                    status, requirement, level, operation + ", " + other.operation, required, found, remedy, shown);
        }
    }
}
