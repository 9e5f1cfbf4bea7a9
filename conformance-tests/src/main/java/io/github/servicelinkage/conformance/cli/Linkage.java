package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.stub.cli.CommandLines;
import io.github.servicelinkage.stub.cli.MockCommand;
import io.github.servicelinkage.stub.cli.Texts;
import io.github.servicelinkage.stub.message.Language;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of the kit: {@code linkage}. */
@Command(
        name = "linkage",
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            MockCommand.class,
            RequirementsCommand.class,
            ExplainCommand.class,
            HelpCommand.class,
            CompletionCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Linkage {
    private static final String TEXTS = "io.github.servicelinkage.conformance.cli.Messages";

    private Linkage() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // Hibernate Validator announces its version to the console otherwise.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /** Runs the command line, and writes where it is told to. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Texts texts = Texts.in(TEXTS, CommandLines.language(arguments));
        return CommandLines.of(new Linkage(), texts, failure -> explained(failure, texts.language()), arguments)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    private static Optional<String> explained(Exception failure, Language language) {
        return failure instanceof UsageException usage
                ? Optional.of(
                        usage.text().in(io.github.servicelinkage.conformance.message.Language.valueOf(language.name())))
                : Optional.empty();
    }
}
