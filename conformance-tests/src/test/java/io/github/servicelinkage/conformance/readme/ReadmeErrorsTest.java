package io.github.servicelinkage.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.servicelinkage.client.LinkageClient;
import io.github.servicelinkage.client.LinkageClientBuilder;
import io.github.servicelinkage.client.Person;
import io.github.servicelinkage.client.call.CallOptions;
import io.github.servicelinkage.client.call.RetryPolicy;
import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.conformance.junit.WithMockGateway;
import io.github.servicelinkage.stub.api.ServiceLinkageApi.ErrorAnswer;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
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

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9][0-9, ]*)(.*?)\\| `(\\w+)`.*?\\| (yes|no) \\|");

    /**
     * A line of the table.
     *
     * @param statuses the statuses that it is about
     * @param condition what else must hold, empty for always
     * @param exception simple name of the exception
     * @param repeated whether the client tries again
     */
    record Row(List<String> statuses, String condition, String exception, boolean repeated) {}

    @Test
    void isWhatTheClientDoes(LinkageClientBuilder builder, Person person) throws IOException {
        AtomicInteger tries = new AtomicInteger();
        List<Row> rows = rows();
        assertThat(rows).isNotEmpty();
        try (LinkageClient client = builder.retryPolicy(
                        RetryPolicy.standard().withTries(2).withFirstWait(Duration.ofNanos(1)))
                .observer(attempt -> {
                    tries.incrementAndGet();
                    return ending -> {};
                })
                .build()) {
            for (ErrorAnswer answer : ErrorAnswer.values()) {
                List<Row> about = rows.stream()
                        .filter(row -> row.statuses().contains(Integer.toString(answer.status())))
                        .toList();
                assertThat(about)
                        .as("status %s is in the table", answer.status())
                        .isNotEmpty();
                for (Row row : about) {
                    tries.set(0);
                    LinkageException failure = catchThrowableOfType(
                            LinkageException.class,
                            () -> client.searchRegistration(
                                    person,
                                    CallOptions.standard()
                                            .withHeader(MockGateway.SCENARIO_HEADER, scenario(row, answer))));

                    assertThat(failure.getClass().getSimpleName())
                            .as("%s: %s", row, answer)
                            .isEqualTo(row.exception());
                    assertThat(tries.get() > 1).as("%s: repeated", row).isEqualTo(row.repeated());
                }
            }
        }
    }

    private static String scenario(Row row, ErrorAnswer answer) {
        String name = answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return row.condition().startsWith("with `Retry-After`") ? "retry-after 0, " + name : name;
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        ROW.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .forEach(row -> rows.add(new Row(
                        Arrays.asList(row.group(1).strip().split(", ?")),
                        row.group(2).strip(),
                        row.group(3),
                        row.group(4).equals("yes"))));
        return rows;
    }
}
