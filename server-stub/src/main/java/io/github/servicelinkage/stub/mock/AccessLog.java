package io.github.servicelinkage.stub.mock;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * One line per request: time, method, operation, status, microseconds, bytes. Nothing that the caller sent is shown but a method that
 * HTTP knows, so no ci, name, account number or key can be in it.
 */
final class AccessLog implements Observer {
    private final PrintWriter out;
    private final Clock clock;

    AccessLog(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void answered(Request request, Answer answer, Duration took) {
        out.println("%s %s %s %d %dus %d"
                .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        Redaction.method(request.method()),
                        Metrics.operation(request.path()),
                        answer.status(),
                        took.toNanos() / 1_000,
                        answer.body().length()));
        out.flush();
    }
}
