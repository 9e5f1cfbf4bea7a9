package io.github.servicelinkage.conformance.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code linkage generate-completion}: a completion script for bash and zsh. Picocli's own command numbers variables in the digits of
 * the JVM's locale, which no shell takes for a name; the script has ASCII digits everywhere.
 */
@Command(name = "generate-completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        String script = AutoComplete.bash(root.name(), root.commandLine());
        StringBuilder ascii = new StringBuilder(script.length());
        script.codePoints()
                .map(c -> Character.isDigit(c) ? Character.forDigit(Character.digit(c, 10), 10) : c)
                .forEach(ascii::appendCodePoint);
        spec.commandLine().getOut().print(ascii.append('\n'));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
