package io.github.servicelinkage.stub.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file descriptors of this process, of which every connection takes one. */
final class Descriptors {
    /** Where Linux says how many there are. Elsewhere the JVM asks for as many as the default limit of connections. */
    private static final Path LIMITS = Path.of("/proc/self/limits");

    private static final Pattern LIMIT = Pattern.compile("Max open files +(\\d+) .*");
    /** For files, event loops, and accepting a connection in order to close it. */
    private static final int RESERVE = 100;

    /** Of the reserve, for connections that are accepted in order to close them, or another. */
    private static final int CLOSING = 50;

    private Descriptors() {}

    /** How many connections there may be with those that are about to be closed. */
    static int accepted(int wanted) {
        return connections(wanted) + CLOSING;
    }

    /** How many connections there may be: as many as are wanted, or as the limit of the process leaves, but one at least. */
    static int connections(int wanted) {
        try (Stream<String> limits = Files.lines(LIMITS, StandardCharsets.US_ASCII)) {
            return connections(wanted, limits);
        } catch (IOException notSaid) {
            return wanted;
        }
    }

    static int connections(int wanted, Stream<String> limits) {
        return limits.map(LIMIT::matcher)
                .filter(Matcher::matches)
                .map(limit -> Long.parseLong(limit.group(1)) - RESERVE)
                .findFirst()
                .map(left -> (int) Math.max(1, Math.min(wanted, left)))
                .orElse(wanted);
    }
}
