package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.mock.MockGateway;
import picocli.CommandLine;

/** The runnable JAR: the {@code mock} command by itself. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Hibernate Validator greets in the log; there is nobody here to read it.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        MockGateway.preload();
        System.exit(command().execute(arguments));
    }

    /** The command, which says in one sentence what was wrong with its arguments. */
    static CommandLine command() {
        return new CommandLine(new MockCommand()).setParameterExceptionHandler((error, given) -> {
            error.getCommandLine().getErr().println(error.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
    }
}
