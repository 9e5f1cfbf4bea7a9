package io.github.servicelinkage.conformance.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was measured at one moment, while no caller waited for an answer.
 *
 * @param second since the start
 * @param heap bytes in use after a collection
 * @param descriptors open files and sockets of the gateway
 * @param p99 of the well-behaved calls since the last sample, in milliseconds
 */
record Sample(long second, long heap, long descriptors, double p99) {
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    static Sample take(long pid, long second, double p99) throws IOException, InterruptedException {
        long heap = liveBytes(pid);
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return new Sample(second, heap, open.count(), p99);
        }
    }

    /** A histogram of live objects needs a full collection, and ends with their sum. */
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(List.of(jcmd, String.valueOf(pid), "GC.class_histogram"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher total = TOTAL.matcher(output);
        if (!total.find()) {
            throw new IOException("jcmd tells nothing of process " + pid + ": " + output.strip());
        }
        return Long.parseLong(total.group(1));
    }
}
