package io.github.servicelinkage.stub.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the command lines have in common: every command has {@code --lang} and speaks the language of the line, and what is wrong is
 * said in one sentence.
 */
public final class CommandLines {
    private static final String DEBUG = "LINKAGE_DEBUG";

    private CommandLines() {}

    /**
     * Prepares a command line.
     *
     * @param main the command
     * @param texts what it says, in the language of the line
     * @param explained the sentence for an exception of a command, if it means wrong usage
     * @param arguments the arguments, which are to be executed
     */
    public static CommandLine of(
            Object main, Texts texts, Function<Exception, Optional<String>> explained, String... arguments) {
        CommandLine line = new CommandLine(main);
        prepare(line, new Version(line.getCommandName(), main.getClass(), texts), texts);
        IParameterExceptionHandler wrongArguments = (problem, given) -> {
            problem.getCommandLine()
                    .getErr()
                    .println(new ParameterProblems(texts, List.of(arguments)).sentence(problem));
            return ExitCode.USAGE;
        };
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(languageOf(texts))
                .setParameterExceptionHandler(wrongArguments)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, explained));
    }

    private static void prepare(CommandLine line, Version version, Texts texts) {
        CommandSpec command = line.getCommandSpec();
        if (command.findOption(Language.OPTION) == null) {
            command.addOption(OptionSpec.builder(Language.OPTION)
                    .type(Language.class)
                    .paramLabel("ko|en")
                    .build());
        }
        command.versionProvider(version);
        command.resourceBundle(
                command.userObject() instanceof MockCommand ? MockCommand.texts(texts.language()) : texts);
        line.getSubcommands().values().forEach(subcommand -> prepare(subcommand, version, texts));
    }

    /** An option {@code --lang} that is not given has the language of the line, so that no command asks the system. */
    private static IDefaultValueProvider languageOf(Texts texts) {
        return argument -> isLanguage(argument) ? texts.language().name() : null;
    }

    private static boolean isLanguage(ArgSpec argument) {
        return argument instanceof OptionSpec option && option.longestName().equals(Language.OPTION);
    }

    private static int failed(Exception e, CommandLine command, Function<Exception, Optional<String>> explained) {
        Texts texts = (Texts) command.getResourceBundle();
        Optional<String> sentence =
                e instanceof WrongUsageException wrong ? Optional.of(wrong.in(texts)) : explained.apply(e);
        command.getErr()
                .println(sentence.orElseGet(
                        () -> texts.text("ownFailure", e.getClass().getSimpleName(), DEBUG)));
        if (sentence.isEmpty() && System.getenv(DEBUG) != null) {
            e.printStackTrace(command.getErr());
        }
        return ExitCode.USAGE;
    }
}
