package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.result.Report;
import java.nio.file.Path;

/**
 * Writes {@code report.html}: one file that needs no network and no script, in both languages. The page's own policy lets it load nothing.
 *
 * @param directory where
 * @param language in which language the page opens
 * @param catalogue the requirements
 */
public record HtmlReport(Path directory, Language language, Catalogue catalogue) implements Listener {
    /** The name of the file. */
    public static final String NAME = "report.html";

    @Override
    public void ended(Report report) {
        Template.HTML.write(directory, NAME, HtmlPage.of(report, language, catalogue));
    }
}
