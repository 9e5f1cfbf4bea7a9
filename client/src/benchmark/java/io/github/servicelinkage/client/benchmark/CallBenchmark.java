package io.github.servicelinkage.client.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.Membership;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.model.CommonHeader;
import io.github.servicelinkage.client.model.Partner;
import io.github.servicelinkage.client.model.Registration;
import io.github.servicelinkage.client.model.RegistrationBody;
import io.github.servicelinkage.client.model.RegistrationRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The same look-up, through the client and by hand, against the same server in this process. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

    private static final String KEY = "l7xx0123456789abcdef0123456789abcdef";
    private static final String CI =
            "QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A+n+mpfhif24c3msHdzVjoZK0ntkXZ1+nA6LX47nyKmIq1JoHhg==";

    private final ObjectMapper json = new ObjectMapper();
    private final Person person = new Person(CI, "박환덕");
    private CannedServer server;
    private HttpClient http;
    private LinkageClient client;
    private URI operation;

    /** Starts the server and makes both clients once. */
    @Setup
    public void start() throws IOException {
        server = new CannedServer("{\"result\":\"member\",\"commonTermsExpireDate\":\"20181105\"}");
        http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        client = LinkageClient.builder()
                .gateway(server.url())
                .apiKey(KEY)
                .partner("F0995", "297")
                .build();
        operation = URI.create(server.url() + "/register/search");
    }

    /** Ends what was started. */
    @TearDown
    public void stop() throws IOException {
        client.close();
        server.close();
    }

    /** The client: builds, validates, sends, reads and validates. */
    @Benchmark
    public Membership client() {
        return client.searchRegistration(person);
    }

    /** By hand, into and from the same records: what a careful team would write without a client. */
    @Benchmark
    public boolean bare() throws IOException, InterruptedException {
        RegistrationRequest body = new RegistrationRequest(
                new Partner("F0995", "297"), new CommonHeader(null, "reqid-0001", CI), new RegistrationBody("박환덕"));
        HttpRequest request = HttpRequest.newBuilder(operation)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10))
                .header("apikey", KEY)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        HttpResponse<byte[]> response = send(request);
        return response.statusCode() == 200
                && json.readValue(response.body(), Registration.class).result() == Registration.Result.MEMBER;
    }

    /** Java 17 sometimes closes an idle connection just as it is taken; whoever calls repeats, as the client does. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** Runs all three measurements and prints the ratios of the client to bare {@code java.net.http}. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Double> latency = run(base(1).mode(Mode.SampleTime).addProfiler(GCProfiler.class), "median");
        Map<String, Double> allocation =
                run(base(1).mode(Mode.AverageTime).addProfiler(GCProfiler.class), "allocation");
        // So many threads share the cores with the compilers, which take longer.
        Map<String, Double> throughput = run(base(64).mode(Mode.Throughput).warmupIterations(15), "score");
        System.out.printf(
                "client / bare: median latency %.2f (at most 1.10), allocation %.2f (at most 1.3), "
                        + "throughput with 64 threads %.2f (at least 0.9)%n",
                ratio(latency), ratio(allocation), ratio(throughput));
    }

    private static ChainedOptionsBuilder base(int threads) {
        return new OptionsBuilder()
                .include(CallBenchmark.class.getName())
                .threads(threads)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2));
    }

    private static Map<String, Double> run(ChainedOptionsBuilder options, String what) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, Double> values = new HashMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            values.put(
                    name,
                    switch (what) {
                        case "median" ->
                            result.getPrimaryResult().getStatistics().getPercentile(50);
                        case "allocation" ->
                            result.getSecondaryResults()
                                    .get("gc.alloc.rate.norm")
                                    .getScore();
                        default -> result.getPrimaryResult().getScore();
                    });
        }
        return values;
    }

    private static double ratio(Map<String, Double> values) {
        return values.get("client") / values.get("bare");
    }
}
