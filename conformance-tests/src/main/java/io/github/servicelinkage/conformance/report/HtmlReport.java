package io.github.servicelinkage.conformance.report;

import com.samskivert.mustache.Mustache;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.result.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes {@code report.html}: one file that needs no network and no script, in both languages.
 *
 * <p>The gateway under test wrote part of what is shown, so everything is escaped, and the page's own policy lets it load nothing.
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
        ReportFile.write(directory, NAME, out -> write(HtmlPage.of(report, language, catalogue), out));
    }

    private static void write(HtmlPage page, OutputStream out) throws IOException {
        try (Reader template = resource("report");
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            Mustache.compiler()
                    .escapeHTML(true)
                    .withLoader(HtmlReport::resource)
                    .compile(template)
                    .execute(page, writer);
        }
    }

    private static Reader resource(String name) {
        InputStream in = HtmlReport.class.getResourceAsStream(name + ".mustache");
        if (in == null) {
            throw new IllegalStateException("The template is missing from the class path: " + name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
