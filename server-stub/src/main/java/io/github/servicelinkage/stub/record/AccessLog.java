package io.github.servicelinkage.stub.record;

import io.github.servicelinkage.stub.exchange.Observer;
import io.github.servicelinkage.stub.exchange.Request;
import io.github.servicelinkage.stub.exchange.Response;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.message.Text;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One line per request: time, method, operation, status, microseconds, bytes. Of what the caller sent, only HTTP's own methods are
 * shown, so no ci, name, account number or key can appear. A thread of its own writes the lines: while nobody takes them, those beyond
 * {@value #MOST_WAITING} are left out and counted, and no request waits.
 */
public final class AccessLog implements Observer, AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final long LONGEST_CLOSING_MILLIS = 1_000;
    private static final Text LEFT_OUT = new Text(
            "# %d행을 쓰지 못했습니다. 앞선 출력을 읽는 쪽이 늦었습니다", "# %d lines left out: whatever reads this output was too slow");

    private final PrintWriter out;
    private final Clock clock;
    private final Language language;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private @Nullable Thread writer;

    /** Writes to this writer, with the times of this clock; says in this language that lines are left out. */
    public AccessLog(PrintWriter out, Clock clock, Language language) {
        this.out = out;
        this.clock = clock;
        this.language = language;
    }

    @Override
    public void responded(Request request, Response response, Duration took) {
        String line = String.format(
                Locale.ROOT,
                "%s %s %s %d %dus %d",
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                RequestLine.method(request),
                RequestLine.operation(request),
                response.status(),
                took.toNanos() / 1_000,
                response.body().length());
        start();
        if (!waiting.offer(line)) {
            leftOut.incrementAndGet();
        }
    }

    private synchronized void start() {
        if (writer == null) {
            writer = new Thread(this::write, "mock-access-log");
            writer.setDaemon(true);
            writer.start();
        }
    }

    /** Until it is interrupted and nothing waits. */
    private void write() {
        try {
            while (true) {
                print(waiting.take());
            }
        } catch (InterruptedException closing) {
            String line = waiting.poll();
            while (line != null) {
                print(line);
                line = waiting.poll();
            }
        }
    }

    private void print(String line) {
        long missing = leftOut.getAndSet(0);
        out.println(line);
        if (missing > 0) {
            out.println(LEFT_OUT.with(missing).in(language));
        }
        if (waiting.isEmpty()) {
            out.flush();
        }
    }

    /** Waits up to a second for the lines that are still to be written. */
    @Override
    public void close() {
        Thread started;
        synchronized (this) {
            started = writer;
        }
        if (started != null) {
            started.interrupt();
            try {
                started.join(LONGEST_CLOSING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
