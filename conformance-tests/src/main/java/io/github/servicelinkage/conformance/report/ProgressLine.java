package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.result.Report;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A live line on a terminal: how many of the planned requests have been sent. Gone when the run ends. Shorter than the narrowest
 * terminal.
 */
public final class ProgressLine implements Listener {
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter terminal;
    private int planned = 1;
    private int shown = -1;

    /** Writes to a terminal. */
    public ProgressLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void started(String target, int requests) {
        planned = Math.max(1, requests);
    }

    @Override
    public void sent(int sent) {
        int percent = Math.min(100, sent * 100 / planned);
        if (percent != shown) {
            shown = percent;
            terminal.printf(Locale.ROOT, "%s%3d%% %d/%d", CLEAR, percent, sent, planned);
            terminal.flush();
        }
    }

    @Override
    public void ended(Report report) {
        terminal.print(CLEAR);
        terminal.flush();
    }
}
