package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.fault.Faults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mock}: starts a mock gateway, says how to call it, and serves until it is told to stop. */
@Command(
        name = "mock",
        mixinStandardHelpOptions = true,
        resourceBundle = "io.github.servicelinkage.stub.mock.Messages",
        exitCodeListHeading = "%n",
        sortOptions = false)
public final class MockCommand implements Callable<Integer> {
    private static final String KEY_VARIABLE = "LINKAGE_API_KEY";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String host = "";

    @Option(names = "--data", paramLabel = "FILE")
    private @Nullable Path data;

    @Option(names = "--fault", paramLabel = "NAME")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--list-faults")
    private boolean listFaults;

    @ArgGroup
    private @Nullable Key key;

    @Option(names = "--lang", paramLabel = "ko|en")
    private @Nullable String language;

    private static final class Key {
        @Option(names = "--api-key", paramLabel = "KEY")
        private @Nullable String value;

        @Option(names = "--api-key-file", paramLabel = "FILE")
        private @Nullable Path file;
    }

    @Override
    public Integer call() throws InterruptedException {
        Messages messages = Messages.in(language);
        PrintWriter out = spec.commandLine().getOut();
        if (listFaults) {
            Faults.all()
                    .forEach(fault ->
                            out.printf("%-40s %-20s %s%n", fault.name(), fault.requirement(), fault.description()));
            out.flush();
            return 0;
        }
        try (MockGateway gateway = gateway(messages)) {
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "mock-stop"));
            Greeting.print(out, messages, gateway, data == null);
            // Until a signal ends the JVM, or an embedding program interrupts this thread.
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private MockGateway gateway(Messages messages) throws IOException {
        MockGateway.Builder builder = MockGateway.builder()
                .host(host)
                .port(port)
                .eventLoops(Runtime.getRuntime().availableProcessors())
                .apiKey(apiKey(messages));
        if (data != null) {
            builder.data(data);
        }
        for (String name : faults) {
            builder.fault(Faults.named(name).orElseThrow(() -> new IOException(messages.text("unknownFault", name))));
        }
        return builder.start();
    }

    private String apiKey(Messages messages) throws IOException {
        if (key != null && key.value != null) {
            return key.value;
        }
        if (key != null && key.file != null) {
            try {
                return Files.readString(key.file).strip();
            } catch (IOException e) {
                throw new IOException(messages.text("unreadableKeyFile", key.file), e);
            }
        }
        String fromEnvironment = System.getenv(KEY_VARIABLE);
        return fromEnvironment == null || fromEnvironment.isBlank() ? MockGateway.DEFAULT_API_KEY : fromEnvironment;
    }
}
