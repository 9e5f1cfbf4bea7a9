package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Several listeners as one.
 *
 * @param listeners who hears, in order
 */
public record Reports(List<Listener> listeners) implements Listener {
    /**
     * Makes the folder of reports before there is anything to write, so that nothing is sent for reports that nobody will read.
     *
     * @throws UsageException if no report can be written there
     */
    public static void prepare(Path directory) {
        ReportFile.prepare(directory, JsonReport.NAME, JunitReport.NAME, HtmlReport.NAME, MarkdownReport.NAME);
    }

    @Override
    public void started(String target, int requests) {
        listeners.forEach(listener -> listener.started(target, requests));
    }

    @Override
    public void sent(int sent) {
        listeners.forEach(listener -> listener.sent(sent));
    }

    @Override
    public void limited(Text what) {
        listeners.forEach(listener -> listener.limited(what));
    }

    @Override
    public void waiting(Duration wait) {
        listeners.forEach(listener -> listener.waiting(wait));
    }

    @Override
    public void judged(Result result) {
        listeners.forEach(listener -> listener.judged(result));
    }

    @Override
    public void ended(Report report) {
        listeners.forEach(listener -> listener.ended(report));
    }
}
