package io.github.servicelinkage.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.options.CallOptions;
import io.github.servicelinkage.client.options.RetryPolicy;
import io.github.servicelinkage.conformance.junit.WithMockGateway;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of errors against what the client does with every error answer of the contract. */
@WithMockGateway
class ReadmeErrorsTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (none|[0-9][0-9, ]*)(.*?)\\| `(\\w+)`.*?\\| (yes|no)\\b");

    /**
     * A line of the table.
     *
     * @param statuses the statuses that it is about
     * @param condition what else must hold, empty for always
     * @param exception simple name of the exception
     * @param repeated whether the client attempts again
     */
    record Row(List<String> statuses, String condition, String exception, boolean repeated) {}

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void isWhatTheClientDoes(LinkageClientBuilder builder, Person person) throws IOException {
        try (LinkageClient client = counting(builder)) {
            for (ErrorAnswer answer : ErrorAnswer.values()) {
                List<Row> about = rows(Integer.toString(answer.status()));
                assertThat(about)
                        .as("status %s is in the table", answer.status())
                        .isNotEmpty();
                for (Row row : about) {
                    assertHolds(row, client, person, played(scenario(row, answer)));
                }
            }
        }
    }

    @Test
    void holdsWhereNoAnswerComes(LinkageClientBuilder builder, Person person) throws IOException {
        try (LinkageClient client = counting(builder)) {
            for (Row row : rows("none")) {
                CallOptions options = row.condition().equals("in time")
                        ? played("delay 60s").withTimeout(Duration.ofMillis(200))
                        : played("reset");
                assertHolds(row, client, person, options);
            }
        }
    }

    /** A proxy in between answers as well: 502 and 504 are not among the answers of the contract. */
    @Test
    void holdsForEveryStatusThatItNames(LinkageClientBuilder builder, Person person) throws IOException {
        AtomicInteger status = new AtomicInteger();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        proxy.start();
        URI url = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
        try (LinkageClient client = counting(builder.gateway(url))) {
            for (Row row : rows("")) {
                for (String named : row.statuses()) {
                    if (!named.equals("none") && row.condition().isEmpty()) {
                        status.set(Integer.parseInt(named));
                        assertHolds(row, client, person, CallOptions.standard());
                    }
                }
            }
        } finally {
            proxy.stop(0);
        }
    }

    private LinkageClient counting(LinkageClientBuilder builder) {
        return builder.retryPolicy(RetryPolicy.standard().withMaxAttempts(2).withInitialBackoff(Duration.ofNanos(1)))
                .observer(attempt -> {
                    attempts.incrementAndGet();
                    return ending -> {};
                })
                .build();
    }

    private void assertHolds(Row row, LinkageClient client, Person person, CallOptions options) {
        attempts.set(0);
        LinkageException failure =
                catchThrowableOfType(LinkageException.class, () -> client.searchRegistration(person, options));

        assertThat(failure.getClass().getSimpleName()).as("%s", row).isEqualTo(row.exception());
        assertThat(attempts.get() > 1).as("%s: repeated", row).isEqualTo(row.repeated());
    }

    private static CallOptions played(String scenario) {
        return CallOptions.standard().withHeader(MockGateway.SCENARIO_HEADER, scenario);
    }

    private static String scenario(Row row, ErrorAnswer answer) {
        String name = answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return row.condition().startsWith("with `Retry-After`") ? "retry-after 0, " + name : name;
    }

    /** The lines about a status, or all of them for an empty text. */
    private static List<Row> rows(String status) throws IOException {
        List<Row> rows = new ArrayList<>();
        ROW.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .forEach(row -> rows.add(new Row(
                        Arrays.asList(row.group(1).strip().split(", ?")),
                        row.group(2).strip(),
                        row.group(3),
                        row.group(4).equals("yes"))));
        assertThat(rows).isNotEmpty();
        return rows.stream()
                .filter(row -> status.isEmpty() || row.statuses().contains(status))
                .toList();
    }
}
