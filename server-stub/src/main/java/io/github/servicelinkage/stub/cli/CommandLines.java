package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.message.Language;
import java.io.PrintWriter;
import java.util.Arrays;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * What the command lines have in common: every command has {@code --lang} and speaks the language of the line, and what is wrong is
 * said in one sentence.
 */
public final class CommandLines {
    /** The exit code where the output of a command could not be written. */
    public static final int UNWRITTEN = 3;

    private static final String DEBUG = "LINKAGE_DEBUG";
    private static final String LANGUAGE = "--lang";
    private static final String END_OF_OPTIONS = "--";

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
        return line.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(CommandLines::executed)
                .setDefaultValueProvider(languageOf(texts))
                .setParameterExceptionHandler(wrongArguments)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, explained));
    }

    /**
     * The language of a command line: that of {@code --lang}, wherever it stands, or else the system's. It must be known before the
     * options are read, since help and complaints about options are in it.
     */
    public static Language language(String... arguments) {
        String chosen = "";
        for (int i = 0; i < arguments.length && !arguments[i].equals(END_OF_OPTIONS); i++) {
            if (arguments[i].startsWith(LANGUAGE + "=")) {
                chosen = arguments[i].substring(LANGUAGE.length() + 1);
            } else if (arguments[i].equals(LANGUAGE) && i + 1 < arguments.length) {
                chosen = arguments[i + 1];
            }
        }
        return named(chosen).orElseGet(Language::ofSystem);
    }

    /**
     * The exit code of a command whose output has to arrive.
     *
     * @param exitCode what the command ended with
     * @return {@value #UNWRITTEN}, with a sentence for the user, where its output could not be written
     */
    public static int written(int exitCode, PrintWriter out, PrintWriter err, Texts texts) {
        if (!out.checkError()) {
            return exitCode;
        }
        err.println(texts.text("unwritten"));
        return exitCode == ExitCode.USAGE ? exitCode : UNWRITTEN;
    }

    /** An option with an empty value, as a variable without one leaves it, is not meant. */
    private static int executed(ParseResult parsed) {
        for (CommandLine line : parsed.asCommandLineList()) {
            for (OptionSpec option : line.getParseResult().matchedOptions()) {
                boolean isEmptyList =
                        !option.splitRegex().isEmpty() && option.stringValues().isEmpty();
                if (isEmptyList || option.stringValues().stream().anyMatch(String::isBlank)) {
                    throw new ParameterException(line, "", option, "");
                }
            }
        }
        return new RunLast().execute(parsed);
    }

    private static Optional<Language> named(String name) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void prepare(CommandLine line, Version version, Texts texts) {
        CommandSpec command = line.getCommandSpec();
        if (command.findOption(LANGUAGE) == null) {
            command.addOption(OptionSpec.builder(LANGUAGE)
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
        return argument instanceof OptionSpec option && option.longestName().equals(LANGUAGE);
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
