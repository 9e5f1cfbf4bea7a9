package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the template of {@link HtmlReport} shows; it decides nothing itself.
 *
 * @param report the report
 * @param korean whether the page opens in Korean
 * @param verdict the verdict in words
 * @param reason why the verdict is not plain
 * @param exchanges what shows the reason
 * @param filters the statuses that occur, each a filter
 * @param families the clause families that were judged
 * @param unjudged the requirements that no check judges
 */
record HtmlPage(
        Report report,
        boolean korean,
        Text verdict,
        List<Text> reason,
        List<Shown> exchanges,
        List<Filter> filters,
        List<Family> families,
        List<Requirement> unjudged) {

    static HtmlPage of(Report report, Language language, Catalogue catalogue) {
        Map<String, List<Result>> results =
                report.results().stream().collect(Collectors.groupingBy(Result::requirement));
        return new HtmlPage(
                report,
                language == Language.KO,
                Labels.of(report.verdict()),
                present(report.reason()),
                report.exchanges().stream().map(HtmlPage::shown).toList(),
                Arrays.stream(Status.values())
                        .filter(status -> report.summary().count(status) > 0)
                        .map(status -> new Filter(
                                status, Labels.of(status), report.summary().count(status)))
                        .toList(),
                catalogue.families().stream()
                        .map(family -> family(family, catalogue, results))
                        .filter(family -> !family.entries().isEmpty())
                        .toList(),
                catalogue.requirements().stream()
                        .filter(requirement -> !requirement.isTested())
                        .toList());
    }

    private static Family family(String id, Catalogue catalogue, Map<String, List<Result>> results) {
        return new Family(
                id,
                catalogue.family(id),
                catalogue.requirements().stream()
                        .filter(requirement -> requirement.family().equals(id) && results.containsKey(requirement.id()))
                        .map(requirement -> entry(requirement, results.get(requirement.id())))
                        .toList());
    }

    private static Entry entry(Requirement requirement, List<Result> results) {
        return new Entry(
                requirement,
                results.stream()
                        .map(result -> "has-" + result.status().label())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                results.stream()
                        .map(result -> new Judged(
                                result,
                                Labels.of(result.status()),
                                present(result.detail()),
                                present(result.remedy()),
                                !result.remedy().isEmpty(),
                                result.exchanges().stream().map(HtmlPage::shown).toList()))
                        .toList());
    }

    private static Shown shown(Evidence evidence) {
        return new Shown(
                evidence, answer(evidence), evidence.failure() == null ? List.of() : List.of(evidence.failure()));
    }

    /** As HTTP would write it. */
    private static List<String> answer(Evidence evidence) {
        if (evidence.status() == null) {
            return List.of();
        }
        StringBuilder answer = new StringBuilder("HTTP ").append(evidence.status());
        if (evidence.headers() != null) {
            evidence.headers()
                    .forEach((name, value) ->
                            answer.append('\n').append(name).append(": ").append(value));
        }
        if (evidence.body() != null && !evidence.body().isEmpty()) {
            answer.append("\n\n").append(evidence.body());
        }
        return List.of(answer.toString());
    }

    private static List<Text> present(Text text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** A status, and how many checks came to it. */
    record Filter(Status status, Text word, long count) {}

    /** A clause family. */
    record Family(String id, Text name, List<Entry> entries) {}

    /** A requirement, and the statuses that its checks came to as style classes. */
    record Entry(Requirement requirement, String statuses, List<Judged> results) {}

    /** A result, opened at once where there is something to mend. */
    record Judged(
            Result result, Text word, List<Text> detail, List<Text> remedy, boolean broken, List<Shown> exchanges) {}

    /** An exchange. */
    record Shown(Evidence evidence, List<String> answer, List<Text> failure) {}
}
