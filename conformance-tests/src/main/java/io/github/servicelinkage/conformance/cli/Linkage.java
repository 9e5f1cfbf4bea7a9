package io.github.servicelinkage.conformance.cli;

import io.github.servicelinkage.conformance.message.Language;
import io.github.servicelinkage.conformance.message.UsageException;
import io.github.servicelinkage.stub.cli.MockCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the kit: {@code linkage}. */
@Command(
        name = "linkage",
        mixinStandardHelpOptions = true,
        resourceBundle = "io.github.servicelinkage.conformance.cli.Messages",
        subcommands = {VerifyCommand.class, MockCommand.class, RequirementsCommand.class, ExplainCommand.class},
        versionProvider = Linkage.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Linkage {
    private Linkage() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // Hibernate Validator announces its version to the console otherwise.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(arguments));
    }

    /** Runs the command line on the console. */
    private static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /** Runs the command line, and writes where it is told to. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Locale.setDefault(language(arguments) == Language.KO ? Locale.KOREAN : Locale.ENGLISH);
        return new CommandLine(new Linkage())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Linkage::wrongUsage)
                .setExecutionExceptionHandler(Linkage::failed)
                .execute(arguments);
    }

    /** The language must be known before the options are read, because their descriptions are in it. */
    private static Language language(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String value = arguments[i].startsWith("--lang=")
                    ? arguments[i].substring("--lang=".length())
                    : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
            if (!value.isEmpty()) {
                return value.equalsIgnoreCase("ko") ? Language.KO : Language.EN;
            }
        }
        return Language.ofSystem();
    }

    private static int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        line.getErr()
                .println(e.getMessage() + ". "
                        + message(line, "tryHelp", line.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult result) {
        if (e instanceof UsageException usage) {
            line.getErr().println(usage.text().in(Language.ofSystem()));
            return CommandLine.ExitCode.USAGE;
        }
        line.getErr().println(message(line, "ownFailure", e.getClass().getSimpleName()));
        if (System.getenv("LINKAGE_DEBUG") != null) {
            e.printStackTrace(line.getErr());
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** A sentence of this command's bundle: a command from elsewhere has a bundle of its own, without it. */
    private static String message(CommandLine line, String key, String argument) {
        return line.getCommandSpec()
                .root()
                .commandLine()
                .getResourceBundle()
                .getString(key)
                .formatted(argument);
    }

    /** The version of the JAR. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Linkage.class.getPackage().getImplementationVersion();
            return new String[] {"linkage " + (version == null ? "(development)" : version)};
        }
    }
}
