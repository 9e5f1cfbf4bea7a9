package io.github.servicelinkage.conformance.proof.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.Conformance;
import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.proof.Proof;
import io.github.servicelinkage.conformance.proof.plain.Deviations.Deviation;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A team that runs the suite for the first time is told why its gateway refuses the first request, and what to do. */
class FirstRunTest {
    /** What a team is told, for whoever wants to read it. */
    private static final Path TABLE = Path.of("target/first-run.tsv");

    /** Three attempts for each of two controls, and the inquiry. */
    private static final int MOST_REQUESTS = 2 * 3 + 25;

    private static final String[] CHECKS = {
        "LNK-AUTH-01",
        "LNK-AUTH-08",
        "LNK-REQ-10",
        "LNK-REQ-16",
        "LNK-LEN-05",
        "LNK-LEN-12",
        "LNK-LEN-16",
        "LNK-MEDIA-01",
        "LNK-HTTP-07",
        "LNK-JSON-11",
        "LNK-JSON-12",
        "LNK-BIZ-01"
    };

    private static final String[] FAMILIES = {"LNK-AUTH", "LNK-REQ", "LNK-RES", "LNK-BIZ-01", "LNK-BIZ-03"};

    @BeforeAll
    static void beginTheTable() throws IOException {
        Files.writeString(TABLE, "deviation\trequests\tsentence\tverdict\n");
    }

    static Stream<Deviation> deviations() {
        return Deviations.all().stream();
    }

    static Stream<Deviation> onTheWay() {
        return Deviations.onTheWay().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deviations")
    void saysWhy(Deviation deviation) throws IOException {
        Report report = judged(deviation, CHECKS);

        assertThat(failed(report)).containsExactlyElementsOf(deviation.failed());
        if (!report.reason().isEmpty()) {
            assertThat(report.run().requests()).isLessThanOrEqualTo(MOST_REQUESTS);
            assertThat(report.exchanges()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onTheWay")
    void saysOnTheWay(Deviation deviation) throws IOException {
        Report report = judged(deviation, FAMILIES);

        assertThat(report.summary().count(Status.PASSED)).isPositive();
        if (!deviation.failed().isEmpty()) {
            assertThat(failed(report)).containsExactlyElementsOf(deviation.failed());
        }
    }

    private static Report judged(Deviation deviation, String... only) throws IOException {
        try (Proof.Gateway gateway = PlainGateway.start(Proof.API_KEY, deviation.change())) {
            URI url = URI.create(deviation.url().apply(gateway.url().toString()));
            Target target = new Target("gateway", url, Proof.API_KEY, Duration.ofSeconds(5), Optional.empty());
            Report report = Conformance.of(target).only(List.of(only)).run(new Listener() {});
            String said = Stream.concat(Stream.of(report.reason()), report.diagnosis().stream())
                    .map(Text::en)
                    .collect(Collectors.joining(" | "));

            Files.writeString(
                    TABLE,
                    String.join(
                            "\t",
                            deviation.toString(),
                            String.valueOf(report.run().requests()),
                            said,
                            report.verdict() + " " + String.join(",", failed(report)) + "\n"),
                    StandardOpenOption.APPEND);
            assertThat(said).contains(deviation.sentence());
            assertThat(report.verdict()).as(said).isEqualTo(deviation.verdict());
            return report;
        }
    }

    private static List<String> failed(Report report) {
        return report.results().stream()
                .filter(result -> result.status() == Status.FAILED)
                .map(Result::requirement)
                .distinct()
                .toList();
    }
}
