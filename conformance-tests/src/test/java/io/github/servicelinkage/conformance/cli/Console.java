package io.github.servicelinkage.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Runs the command line in this JVM, and keeps what it writes. */
public record Console(int exitCode, String out, String err) {

    /** Runs it in English. */
    public static Console run(String... arguments) {
        return in("en", arguments);
    }

    /** Runs it in a language. */
    public static Console in(String language, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--lang");
        all.add(language);
        int exitCode = Linkage.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Console(exitCode, out.toString(), err.toString());
    }
}
