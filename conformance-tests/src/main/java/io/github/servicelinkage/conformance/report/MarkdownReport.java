package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.result.Report;
import java.nio.file.Path;

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

    @Override
    public void ended(Report report) {
        Template.MARKDOWN.write(directory, NAME, MarkdownPage.of(report, language, catalogue));
    }
}
