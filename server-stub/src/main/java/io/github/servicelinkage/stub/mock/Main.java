package io.github.servicelinkage.stub.mock;

import picocli.CommandLine;

/** The runnable JAR: the {@code mock} command by itself. */
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MockCommand())
                .setParameterExceptionHandler((error, given) -> {
                    error.getCommandLine().getErr().println(error.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments));
    }
}
