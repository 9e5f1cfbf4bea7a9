package io.github.servicelinkage.conformance.soak;

import io.github.servicelinkage.conformance.check.PlanContext;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.exchange.Exchanger;
import io.github.servicelinkage.conformance.exchange.HttpExchanger;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.process.JavaProcess;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Ten minutes of valid, invalid and hostile requests to a mock gateway in a process of its own. Prints a line every ten seconds; ends
 * with 1 if a limit is broken. Needs Linux, whose {@code /proc} tells the open descriptors.
 */
final class Soak {
    private static final Pattern URL = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+/v1/common/member)");
    private static final int SAMPLE_SECONDS = 10;
    private static final int SIGTERM = 143;

    private Soak() {}

    /** Takes the launcher of the gateway and a folder for what is written; {@code soak.minutes} and {@code soak.seed} may be set. */
    public static void main(String[] arguments) throws Exception {
        double minutes = Double.parseDouble(System.getProperty("soak.minutes", "10"));
        long seed = Long.parseLong(System.getProperty("soak.seed", "1"));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
        List<String> broken = new ArrayList<>();
        try (JavaProcess gateway = JavaProcess.start(folder, environment, List.of(arguments[0], "--port", "0"))) {
            broken.addAll(soak(gateway, URI.create(gateway.await(URL)), (long) (minutes * 60), new Random(seed)));
            gateway.terminate();
            int exitCode = gateway.exitCode();
            if (exitCode != SIGTERM || gateway.output().contains("Exception")) {
                broken.add("the gateway ended with " + exitCode + ":\n" + gateway.output());
            }
        }
        broken.forEach(limit -> System.out.println("BROKEN: " + limit));
        System.out.println(broken.isEmpty() ? "All limits hold." : "Not all limits hold; -Dsoak.seed=" + seed);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private static List<String> soak(JavaProcess gateway, URI url, long seconds, Random random) throws Exception {
        Contract contract = Contract.load();
        PlanContext context = new PlanContext(
                contract, Catalogue.load(contract), SubjectsFile.sandbox(), MockGateway.DEFAULT_API_KEY, true);
        List<Sample> samples = new ArrayList<>();
        try (Load load = new Load()) {
            WellBehaved wellBehaved = new WellBehaved(exchanger(url), context);
            load.start("well-behaved", 400, wellBehaved);
            load.start("suite", 200, new Planned(exchanger(url), load, context, new Random(random.nextLong())));
            load.start("suite", 200, new Planned(exchanger(url), load, context, new Random(random.nextLong())));
            load.start(
                    "hostile",
                    50,
                    new Hostile(url, context.operations().get(0).accepted(), load, new Random(random.nextLong())));
            System.out.println("second | live heap, MB | descriptors | p99, ms | calls | violations");
            long start = System.nanoTime();
            for (long second = SAMPLE_SECONDS; second <= seconds; second += SAMPLE_SECONDS) {
                TimeUnit.NANOSECONDS.sleep(start + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
                double p99 = wellBehaved.p99();
                long at = second;
                Sample sample = load.whileHeld(() -> Sample.take(gateway.pid(), at, p99));
                samples.add(sample);
                System.out.printf(
                        "%6d | %13.2f | %11d | %7.2f | %s | %s%n",
                        second, sample.heap() / 1048576.0, sample.descriptors(), p99, load.counts(), load.violations());
            }
            List<String> broken = new ArrayList<>(Limits.broken(samples));
            load.violations().forEach((what, count) -> broken.add(what + ", " + count + " times"));
            return broken;
        }
    }

    private static Exchanger exchanger(URI url) {
        return new HttpExchanger(
                new Target("soak", url, MockGateway.DEFAULT_API_KEY, Duration.ofSeconds(10), Optional.empty()));
    }
}
