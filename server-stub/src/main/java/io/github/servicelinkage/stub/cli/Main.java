package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** The runnable JAR: the {@code mock} command by itself. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Hibernate Validator greets in the log; there is nobody here to read it.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        MockGateway.preload();
        Texts texts = MockCommand.texts(CommandLines.language(arguments));
        PrintWriter out = new StandardOutput();
        CommandLine line = command(arguments).setOut(out);
        System.exit(CommandLines.written(line.execute(arguments), out, line.getErr(), texts));
    }

    /** The command, in the language of these arguments. */
    static CommandLine command(String... arguments) {
        return CommandLines.of(
                new MockCommand(),
                MockCommand.texts(CommandLines.language(arguments)),
                failure -> Optional.empty(),
                arguments);
    }
}
