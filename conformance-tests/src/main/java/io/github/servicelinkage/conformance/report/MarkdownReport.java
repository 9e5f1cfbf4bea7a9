package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes {@code report.md}, a comment for a pull request: the verdict, the counts, and a table of what does not hold.
 *
 * @param directory where
 * @param language in which language
 * @param catalogue the requirements
 */
public record MarkdownReport(Path directory, Language language, Catalogue catalogue) implements Listener {
    /** The name of the file. */
    public static final String NAME = "report.md";

    private static final List<Status> PROBLEMS = List.of(Status.FAILED, Status.ERROR, Status.WARNING);

    @Override
    public void ended(Report report) {
        ReportFile.write(
                directory,
                NAME,
                out -> out.write((String.join("\n\n", paragraphs(report)) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> paragraphs(Report report) {
        Text heading = Words.of(report.verdict());
        Text verified = new Text(
                "대상: %s. 요구사항 %d개 중 %d개를 판정했습니다."
                        .formatted(
                                report.target().name(),
                                report.summary().requirements(),
                                report.summary().verified()),
                "Target: %s. %d of %d requirements verified."
                        .formatted(
                                report.target().name(),
                                report.summary().verified(),
                                report.summary().requirements()));
        return List.of(
                        "## " + (language == Language.KO ? "서비스 연동: " : "Service linkage: ") + heading.in(language),
                        escaped(verified) + " " + counts(report),
                        escaped(report.reason()),
                        report.diagnosis().stream().map(this::escaped).collect(Collectors.joining("\n\n")),
                        table(report),
                        versions(report))
                .stream()
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private String versions(Report report) {
        return new Text("계약 %s (`%s`), 요구사항 목록 %s (`%s`), 스위트 %s", "Contract %s (`%s`), catalogue %s (`%s`), suite %s")
                .in(language)
                .formatted(
                        report.contract().version(),
                        report.contract().sha256(),
                        report.catalogue().version(),
                        report.catalogue().sha256(),
                        report.suite().version());
    }

    private String counts(Report report) {
        return Arrays.stream(Status.values())
                .filter(status -> report.summary().count(status) > 0)
                .map(status -> "%s %d"
                        .formatted(
                                Words.of(status).in(language), report.summary().count(status)))
                .collect(Collectors.joining(", ", "", "."));
    }

    private String table(Report report) {
        List<String> rows = PROBLEMS.stream()
                .flatMap(status -> report.results().stream().filter(result -> result.status() == status))
                .map(this::row)
                .toList();
        String head = language == Language.KO
                ? "| 결과 | 요구사항 | 연산 | 내용 | 이유 |\n| --- | --- | --- | --- | --- |\n"
                : "| result | requirement | operation | what is required | what was found |\n| --- | --- | --- | --- | --- |\n";
        return rows.isEmpty() ? "" : head + String.join("\n", rows);
    }

    private String row(Result result) {
        return "| %s | `%s` %s | %s | %s | %s |"
                .formatted(
                        Words.of(result.status()).in(language),
                        result.requirement(),
                        result.level(),
                        result.operation(),
                        escaped(catalogue.get(result.requirement()).text()),
                        escaped(result.detail()));
    }

    /** Part of a sentence may come from the gateway: no line ends, and nothing that Markdown or HTML would act on. */
    private String escaped(Text text) {
        return text.in(language).replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|~#&]", "\\\\$0");
    }
}
