package io.github.servicelinkage.stub.cli;

import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.fault.Variants;
import io.github.servicelinkage.stub.message.Language;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mock}: starts a mock gateway, says how to call it, and serves until it is told to stop. */
@Command(name = "mock", mixinStandardHelpOptions = true, sortOptions = false)
public final class MockCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String host = "";

    @Option(names = "--data", paramLabel = "FILE")
    private @Nullable Path data;

    @Option(names = "--fault", paramLabel = "NAME")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--variant", paramLabel = "NAME")
    private List<String> variants = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0")
    private long seed;

    @Option(names = "--event-loops", paramLabel = "N")
    private int eventLoops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @ArgGroup
    private @Nullable KeyOptions key;

    @ArgGroup
    private @Nullable Certificate certificate;

    @Option(names = "--access-log")
    private boolean accessLog;

    @Option(names = "--record", paramLabel = "DIR")
    private @Nullable Path record;

    @Mixin
    private Listing listing = new Listing();

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--lang", paramLabel = "ko|en")
    private Language language = Language.EN;

    /** What the command says. */
    static Texts texts(Language language) {
        return Texts.in("io.github.servicelinkage.stub.cli.Messages", language);
    }

    private static final class Certificate {
        @ArgGroup(exclusive = false)
        private @Nullable OwnCertificate own;

        @Option(names = "--tls-generate", paramLabel = "CA-FILE")
        private @Nullable Path caFile;

        /** What a caller has to trust. */
        private @Nullable Path trusted() {
            return own == null ? caFile : own.certificate;
        }
    }

    private static final class OwnCertificate {
        @Option(names = "--tls-cert", paramLabel = "PEM", required = true)
        private Path certificate = Path.of("");

        @Option(names = "--tls-key", paramLabel = "PEM", required = true)
        private Path key = Path.of("");
    }

    @Override
    public Integer call() throws InterruptedException {
        Texts texts = texts(language);
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (listing.print(out, data, texts)) {
                return CommandLine.ExitCode.OK;
            }
            return serve(out, texts);
        } catch (IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }

    private int serve(PrintWriter out, Texts texts) throws IOException, InterruptedException {
        try (MockGateway gateway = gateway(out, texts)) {
            Greeting.print(out, texts, gateway, data == null);
            if (isOpenToAll(gateway)) {
                spec.commandLine().getErr().println(texts.text("openToAll"));
            }
            if (check) {
                boolean passed = new SelfCheck(gateway, certificate == null ? null : certificate.trusted()).passes();
                out.println(texts.text(passed ? "checkPassed" : "checkFailed"));
                return passed ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
            }
            out.println(texts.text("stop"));
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "mock-stop"));
            // Until a signal ends the JVM, or an embedding program interrupts this thread.
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        }
    }

    /** Whoever reaches this machine knows the built-in key. */
    private boolean isOpenToAll(MockGateway gateway) throws IOException {
        return gateway.apiKey().equals(MockGateway.DEFAULT_API_KEY)
                && !InetAddress.getByName(host).isLoopbackAddress();
    }

    private MockGateway gateway(PrintWriter out, Texts texts) throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new WrongUsageException("noSuchPort");
        }
        if (eventLoops < 1) {
            throw new WrongUsageException("tooFewEventLoops");
        }
        MockGatewayBuilder builder = MockGateway.builder()
                .host(host)
                .port(port)
                .seed(seed)
                .locale(texts.getLocale())
                .eventLoops(eventLoops)
                .apiKey(KeyOptions.key(key));
        if (data != null) {
            builder.data(data);
        }
        if (record != null) {
            builder.record(record);
        }
        if (accessLog) {
            builder.accessLog(out);
        }
        if (certificate != null && certificate.caFile != null) {
            builder.generatedTls(certificate.caFile);
        } else if (certificate != null && certificate.own != null) {
            builder.tls(certificate.own.certificate, certificate.own.key);
        }
        for (String name : variants) {
            builder.variant(Variants.named(name).orElseThrow(() -> new WrongUsageException("unknownVariant", name)));
        }
        for (String name : faults) {
            builder.fault(Faults.named(name).orElseThrow(() -> new WrongUsageException("unknownFault", name)));
        }
        return builder.start();
    }
}
