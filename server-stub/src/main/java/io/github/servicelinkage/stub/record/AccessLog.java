package io.github.servicelinkage.stub.record;

import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * One line per request: time, method, operation, status, microseconds, bytes. Of what the caller sent, only HTTP's own methods are
 * shown, so no ci, name, account number or key can appear.
 */
public final class AccessLog implements Observer {
    private final PrintWriter out;
    private final Clock clock;

    /** Writes to this writer, with the times of this clock. */
    public AccessLog(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void responded(Request request, Response response, Duration took) {
        out.println(String.format(
                Locale.ROOT,
                "%s %s %s %d %dus %d",
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                RequestLine.method(request),
                RequestLine.operation(request),
                response.status(),
                took.toNanos() / 1_000,
                response.body().length()));
        out.flush();
    }
}
