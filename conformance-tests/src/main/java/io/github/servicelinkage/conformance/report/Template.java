package io.github.servicelinkage.conformance.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
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
 * A report that a template of this package writes. The gateway under test wrote part of what is shown, so every value is escaped.
 *
 * @param name the name of the template, without its ending
 * @param escaper what makes a value harmless
 */
record Template(String name, Mustache.Escaper escaper) {
    /** A page in HTML. */
    static final Template HTML = new Template("report", Escapers.HTML);

    /** A comment in Markdown: no line ends, and nothing that Markdown or HTML would act on. */
    static final Template MARKDOWN = new Template(
            "report.md", value -> value.replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|~#&]", "\\\\$0"));

    /** Writes a file of a report. */
    void write(Path directory, String file, Object page) {
        ReportFile.write(directory, file, out -> write(page, out));
    }

    private void write(Object page, OutputStream out) throws IOException {
        try (Reader template = resource(name);
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            Mustache.compiler()
                    .withEscaper(escaper)
                    .withLoader(Template::resource)
                    .compile(template)
                    .execute(page, writer);
        }
    }

    private static Reader resource(String name) {
        InputStream in = Template.class.getResourceAsStream(name + ".mustache");
        if (in == null) {
            throw new IllegalStateException("The template is missing from the class path: " + name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
