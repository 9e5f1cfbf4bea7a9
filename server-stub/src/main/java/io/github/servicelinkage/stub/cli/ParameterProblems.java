package io.github.servicelinkage.stub.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one sentence what was wrong with the arguments of a command line. picocli's own sentences are English only, so what is said
 * here comes from what its exceptions carry.
 *
 * @param texts the language
 * @param arguments the arguments
 */
record ParameterProblems(Texts texts, List<String> arguments) {

    /** The sentence, and where to look further. */
    String sentence(ParameterException problem) {
        return what(problem) + " "
                + texts.text(
                        "seeHelp", problem.getCommandLine().getCommandSpec().qualifiedName());
    }

    private String what(ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (problem instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return texts.text("optionTwice", name(twice.getOverwritten()));
        }
        if (problem instanceof MutuallyExclusiveArgsException) {
            return texts.text("exclusive", exclusive(line.getCommandSpec()));
        }
        if (problem.getArgSpec() != null) {
            return texts.text(
                    "badValue", name(problem.getArgSpec()), problem.getValue(), accepted(problem.getArgSpec()));
        }
        if (problem.getValue() != null) {
            return texts.text("unknownCommand", problem.getValue());
        }
        return texts.text(line.getSubcommands().isEmpty() ? "badArguments" : "missingCommand");
    }

    private String unmatched(UnmatchedArgumentException problem) {
        String argument = problem.getUnmatched().get(0);
        String key = problem.isUnknownOption()
                ? "unknownOption"
                : problem.getCommandLine().getSubcommands().isEmpty() ? "unexpectedArgument" : "unknownCommand";
        String sentence = texts.text(key, argument);
        List<String> similar = problem.getSuggestions();
        return similar.isEmpty() ? sentence : sentence + " " + texts.text("similar", String.join(", ", similar));
    }

    /** picocli names an option that stands without its value, and the whole group of one that is missing. */
    private String missing(List<ArgSpec> missing) {
        List<ArgSpec> absent =
                missing.stream().filter(argument -> !stands(argument)).toList();
        return absent.isEmpty()
                ? texts.text(
                        "missingValue", name(missing.get(0)), missing.get(0).paramLabel())
                : texts.text("missingArgument", names(absent.stream()));
    }

    private String exclusive(CommandSpec command) {
        return command.argGroups().stream()
                .filter(ArgGroupSpec::exclusive)
                .map(group -> group.allOptionsNested().stream().filter(this::stands))
                .map(ParameterProblems::names)
                .filter(names -> names.contains(","))
                .collect(Collectors.joining("; "));
    }

    /** What an argument takes: in words of its own, or by its type, or as its label says. */
    private String accepted(ArgSpec argument) {
        String own = name(argument).replaceFirst("^-+", "") + ".form";
        Class<?> type = argument.auxiliaryTypes()[0];
        if (texts.containsKey(own)) {
            return texts.text(own);
        }
        if (type.isEnum()) {
            return texts.text(
                    "form.oneOf",
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        if (type == int.class || type == long.class) {
            return texts.text("form.number");
        }
        return type == boolean.class ? texts.text("form.none") : texts.text("form.label", argument.paramLabel());
    }

    private boolean stands(ArgSpec argument) {
        return argument instanceof OptionSpec option
                && Stream.of(option.names())
                        .anyMatch(name -> arguments.stream()
                                .anyMatch(given -> given.equals(name) || given.startsWith(name + "=")));
    }

    private static String names(Stream<? extends ArgSpec> arguments) {
        return arguments.map(ParameterProblems::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof PositionalParamSpec ? argument.paramLabel() : ((OptionSpec) argument).longestName();
    }
}
