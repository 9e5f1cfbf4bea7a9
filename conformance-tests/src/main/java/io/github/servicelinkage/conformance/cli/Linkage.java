package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.message.Harmless;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.message.UnwrittenException;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.stub.cli.CommandLines;
import io.github.servicelinkage.stub.cli.MockCommand;
import io.github.servicelinkage.stub.cli.StandardOutput;
import io.github.servicelinkage.stub.cli.Texts;
import io.github.servicelinkage.stub.cli.WrongUsageException;
import io.github.servicelinkage.stub.message.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

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
    /** What is neither a verdict nor the user's doing: nothing is judged. */
    private static final int OWN_FAILURE = Verdict.INCONCLUSIVE.exitCode();

    private static final String TEXTS = "io.github.servicelinkage.conformance.cli.Messages";

    private Linkage() {}

    /** Runs the command line and ends the JVM with its exit code; 1 is NON_CONFORMANT and nothing else. */
    public static void main(String[] arguments) {
        int exitCode = OWN_FAILURE;
        try {
            // Hibernate Validator announces its version to the console otherwise.
            System.setProperty("org.jboss.logging.provider", "slf4j");
            exitCode = run(new StandardOutput(), new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
        } catch (OutOfMemoryError e) {
            // There was not even enough to say more.
            System.err.println("OutOfMemoryError");
        } finally {
            System.exit(exitCode == Verdict.NON_CONFORMANT.exitCode() ? nonConformant() : exitCode);
        }
    }

    /** A JVM that cannot start ends with 1, too, so the launcher asks for another code and translates it. */
    private static int nonConformant() {
        return Integer.getInteger("linkage.nonConformant", Verdict.NON_CONFORMANT.exitCode());
    }

    /** Runs the command line, and writes where it is told to. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Texts texts = Texts.in(TEXTS, CommandLines.language(arguments));
        String tooLittleMemory = texts.text("outOfMemory");
        String damaged = texts.text("damagedJar");
        int exitCode;
        try {
            CommandLine line = CommandLines.of(
                            new Linkage(), texts, failure -> explained(failure, texts.language()), arguments)
                    .setOut(out)
                    .setErr(err);
            IExecutionExceptionHandler told = line.getExecutionExceptionHandler();
            IParameterExceptionHandler complained = line.getParameterExceptionHandler();
            line.setParameterExceptionHandler((problem, given) -> harmless(complained, problem, given, err));
            exitCode = line.setExecutionExceptionHandler((failure, command, parsed) -> {
                        boolean isTold = isToldApart(failure, texts.language()) || !OwnJar.isDamaged();
                        int code = isTold ? told.handleExecutionException(failure, command, parsed) : OWN_FAILURE;
                        return exitCode(code, failure);
                    })
                    .execute(arguments);
            if (exitCode == OWN_FAILURE && OwnJar.isDamaged()) {
                err.println(damaged);
            }
        } catch (OutOfMemoryError e) {
            err.println(tooLittleMemory);
            exitCode = OWN_FAILURE;
        } catch (StackOverflowError | LinkageError e) {
            err.println(
                    OwnJar.isDamaged()
                            ? damaged
                            : texts.text("ownError", e.getClass().getSimpleName()));
            exitCode = OWN_FAILURE;
        }
        return CommandLines.written(exitCode, out, err, texts);
    }

    /** What is wrong with an argument is told with the argument, which may have been copied from anywhere. */
    private static int harmless(
            IParameterExceptionHandler complained, ParameterException problem, String[] given, PrintWriter err)
            throws Exception {
        StringWriter said = new StringWriter();
        problem.getCommandLine().setErr(new PrintWriter(said));
        int exitCode = complained.handleParseException(problem, given);
        err.println(Harmless.line(said.toString().strip()));
        return exitCode;
    }

    private static int exitCode(int exitCode, Exception failure) {
        return failure instanceof UsageException || failure instanceof WrongUsageException ? exitCode : OWN_FAILURE;
    }

    /** Whether there is a sentence for it. */
    private static boolean isToldApart(Exception failure, Language language) {
        return failure instanceof WrongUsageException
                || explained(failure, language).isPresent();
    }

    private static Optional<String> explained(Exception failure, Language language) {
        Optional<Text> text = failure instanceof UsageException usage
                ? Optional.of(usage.text())
                : failure instanceof UnwrittenException unwritten ? Optional.of(unwritten.text()) : Optional.empty();
        return text.map(sentence ->
                sentence.in(io.github.servicelinkage.conformance.message.Language.valueOf(language.name())));
    }
}
