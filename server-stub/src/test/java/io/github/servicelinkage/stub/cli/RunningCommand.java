package io.github.servicelinkage.stub.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command, serving on a thread of its own until it is closed. */
final class RunningCommand implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: (\\S+)");
    private static final long LIMIT_SECONDS = 20;

    private final StringWriter out = new StringWriter();
    private final Thread thread;

    RunningCommand(String... arguments) {
        thread = new Thread(() -> Main.command(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .setExecutionExceptionHandler((error, command, parsed) -> 1)
                .execute(arguments));
        thread.start();
    }

    /** Where it serves; waits until it does. */
    URI url() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < end && thread.isAlive()) {
            Matcher ready = READY.matcher(out.toString());
            if (ready.find()) {
                return URI.create(ready.group(1));
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("Not ready: " + out);
    }

    /** The output; waits until it has these words. */
    String outputWith(String words) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < end && !out.toString().contains(words)) {
            Thread.onSpinWait();
        }
        return out.toString();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
