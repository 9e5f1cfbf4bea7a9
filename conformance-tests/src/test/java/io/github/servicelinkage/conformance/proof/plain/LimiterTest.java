package io.github.servicelinkage.conformance.proof.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.proof.Proof;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A limiter of the rate in front of a right gateway changes no verdict, and a gateway that fails is not taken for one. These are real
 * rates, which a busy machine does not reach; hence it runs in the profile {@code attack}, where nothing else does.
 */
@Tag("attack")
class LimiterTest {
    private static final int PER_SECOND = 50;

    /** All run at the same time: most of the time they wait. */
    private static final Map<String, CompletableFuture<Run>> RUNS = new LinkedHashMap<>();

    /** A run, and what was said of a limiter meanwhile. */
    private record Run(Report report, List<Text> said) {
        List<String> others() {
            return report.results().stream()
                    .filter(result -> result.status() != Status.PASSED)
                    .map(result -> result.status() + " " + result.requirement())
                    .distinct()
                    .toList();
        }
    }

    static final Map<String, UnaryOperator<PlainServer.Handler>> LIMITERS = Map.of(
            "503", bucket(1, refusal(503)),
            "503, burst", bucket(20, refusal(503)),
            "503, half a second", bucket(5, refusal(503).withHeader("retry-after", "0.5")),
            "429", bucket(1, refusal(429)),
            "429 with quota", bucket(1, refusal(429).withHeader("X-RateLimit-Remaining-Day", "49973")),
            "429, half a second", bucket(5, refusal(429).withHeader("retry-after", "0.5")),
            "429, past", bucket(5, refusal(429).withHeader("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")),
            "429 per person", bucket(5, refusal(429), LimiterTest::ci));

    static final Map<String, UnaryOperator<PlainServer.Handler>> FAULTS =
            Map.of("every twenty-fifth", every(25), "every twentieth", every(20), "three under way", crowd(3));

    @BeforeAll
    static void start() {
        LIMITERS.forEach((name, limiter) -> start(name, limiter, "LNK-BEH-02", "LNK-BEH-04", "LNK-FLOW", "LNK-LEN-08"));
        FAULTS.forEach((name, fault) -> start(name, fault, "LNK-BEH", "LNK-LEN"));
    }

    private static void start(String name, UnaryOperator<PlainServer.Handler> around, String... only) {
        RUNS.put(name, CompletableFuture.supplyAsync(() -> judged(around, only), task -> new Thread(task).start()));
    }

    static Set<String> limiters() {
        return LIMITERS.keySet();
    }

    static Set<String> faults() {
        return FAULTS.keySet();
    }

    @ParameterizedTest
    @MethodSource("limiters")
    void aLimiterOfTheRateIsRecognized(String name) {
        Run run = RUNS.get(name).join();

        assertThat(run.report().reason().en()).isEmpty();
        assertThat(run.others()).isSubsetOf("WARNING LNK-FLOW-01", "SKIPPED LNK-FLOW-01", "SKIPPED LNK-FLOW-02");
        assertThat(run.report().verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(run.said()).hasSize(1);
        assertThat(run.said().get(0).en()).contains("limits the rate", "--rate");
        assertThat(run.report().diagnosis()).containsAll(run.said());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aGatewayThatFailsIsBlamed(String name) {
        Run run = RUNS.get(name).join();

        assertThat(run.others()).as("%s: %s", name, run.said()).contains("FAILED LNK-BEH-02");
        assertThat(run.others()).filteredOn(other -> other.startsWith("FAILED")).hasSize(1);
        assertThat(run.said()).isEmpty();
    }

    private static PlainResponse refusal(int status) {
        return PlainResponse.error(status, "Later.");
    }

    private static String ci(PlainRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        int at = body.indexOf("\"ci\":");
        return at < 0 ? "" : body.substring(at, Math.min(body.length(), at + 100));
    }

    /** Lets so many through at once, and as many in a second as the rate says; counts by what the key tells of a request. */
    private static UnaryOperator<PlainServer.Handler> bucket(
            int capacity, PlainResponse refusal, Function<PlainRequest, String> key) {
        Map<String, Double> tokens = new HashMap<>();
        Map<String, Long> filled = new HashMap<>();
        return next -> request -> {
            synchronized (tokens) {
                String whose = key.apply(request);
                long now = System.nanoTime();
                double more = (now - filled.getOrDefault(whose, now)) * PER_SECOND / 1e9;
                double full = Math.min(capacity, tokens.getOrDefault(whose, (double) capacity) + more);
                filled.put(whose, now);
                tokens.put(whose, full >= 1 ? full - 1 : full);
                if (full < 1) {
                    return refusal;
                }
            }
            return next.handle(request);
        };
    }

    private static UnaryOperator<PlainServer.Handler> bucket(int capacity, PlainResponse refusal) {
        return bucket(capacity, refusal, request -> "");
    }

    private static UnaryOperator<PlainServer.Handler> every(int number) {
        AtomicInteger count = new AtomicInteger();
        return next -> request -> count.incrementAndGet() % number == 0 ? refusal(503) : next.handle(request);
    }

    private static UnaryOperator<PlainServer.Handler> crowd(int most) {
        AtomicInteger underWay = new AtomicInteger();
        return next -> request -> {
            boolean isOne = underWay.incrementAndGet() >= most;
            try {
                LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
                return isOne ? refusal(503) : next.handle(request);
            } finally {
                underWay.decrementAndGet();
            }
        };
    }

    private static Run judged(UnaryOperator<PlainServer.Handler> around, String... only) {
        List<Text> said = new ArrayList<>();
        try (Proof.Gateway gateway = PlainGateway.start(Proof.API_KEY, rules -> rules.around = around)) {
            Target target =
                    new Target("gateway", gateway.url(), Proof.API_KEY, Duration.ofSeconds(10), Optional.empty());
            Report report = Conformance.of(target)
                    .only(only)
                    .operations("searchConsent")
                    .run(new Listener() {
                        @Override
                        public void limited(Text what) {
                            said.add(what);
                        }
                    });
            return new Run(report, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
