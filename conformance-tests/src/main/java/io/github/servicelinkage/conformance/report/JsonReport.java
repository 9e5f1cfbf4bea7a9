package io.github.servicelinkage.conformance.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.result.Report;
import java.nio.file.Path;

/**
 * Writes {@code report.json}.
 *
 * @param directory where
 */
public record JsonReport(Path directory) implements Listener {
    /** The name of the file. */
    public static final String NAME = "report.json";

    private static final ObjectWriter WRITER =
            new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    @Override
    public void ended(Report report) {
        ReportFile.write(directory, NAME, out -> WRITER.writeValue(out, report));
    }
}
