package io.github.servicelinkage.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.servicelinkage.conformance.engine.Listener;
import io.github.servicelinkage.conformance.exchange.HttpVersion;
import io.github.servicelinkage.conformance.exchange.Target;
import io.github.servicelinkage.conformance.exchange.TestStore;
import io.github.servicelinkage.conformance.result.Evidence;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.conformance.result.Result;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs against gateways that speak HTTP/2 also, only, or not at all. */
class Http2RunTest {
    @TempDir
    private static Path folder;

    private static TestStore store;
    private static MockGateway plain;

    @BeforeAll
    static void start() throws Exception {
        store = TestStore.make(folder);
        plain = MockGateway.builder().start();
    }

    @AfterAll
    static void stop() {
        plain.close();
    }

    private static Report run(URI url, Path caFile, HttpVersion version, String... only) {
        Target target = new Target(
                "gateway", url, MockGateway.DEFAULT_API_KEY, Duration.ofSeconds(30), Optional.of(caFile), version);
        return Conformance.of(target).only(only).run(new Listener() {});
    }

    @Test
    void speaksHttp2WhereTheTargetDoesAndHttp1WhereARequestTakesIt() throws Exception {
        Map<String, Integer> versions = new ConcurrentHashMap<>();
        Path caFile = folder.resolve("mock.pem");
        try (MockGateway gateway = MockGateway.builder()
                .generatedTls(caFile)
                .observer((request, response, took) -> versions.merge(request.version(), 1, Integer::sum))
                .start()) {
            Report report = run(gateway.url(), caFile, HttpVersion.NEGOTIATED, "LNK-AUTH", "LNK-HTTP", "LNK-JSON");

            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
            assertThat(report.results()).extracting(Result::status).containsOnly(Status.PASSED);
            assertThat(versions.get("HTTP/2")).isGreaterThan(150);
            assertThat(versions.get("HTTP/1.1")).isBetween(6, 20);

            versions.clear();
            run(gateway.url(), caFile, HttpVersion.HTTP_1_1, "LNK-AUTH-01");
            assertThat(versions).containsOnlyKeys("HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, NEGOTIATED", "true, HTTP_2", "false, HTTP_2"})
    void judgesATargetThatSpeaksHttp2Only(boolean tls, HttpVersion version) throws Exception {
        try (Http2Front front = new Http2Front(plain.url(), tls ? Optional.of(store) : Optional.empty())) {
            Report report = run(front.url(), store.caFile(), version, "LNK-AUTH", "LNK-HTTP", "LNK-BEH-05");

            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
            List<Result> others = report.results().stream()
                    .filter(result -> result.status() != Status.PASSED)
                    .toList();
            assertThat(others).extracting(Result::status).containsOnly(Status.SKIPPED);
            assertThat(others)
                    .extracting(Result::requirement)
                    .containsOnly("LNK-AUTH-11", "LNK-AUTH-15", "LNK-HTTP-06", "LNK-HTTP-10");
            assertThat(others)
                    .extracting(result -> result.detail().en())
                    .allMatch(detail -> detail.contains("the target speaks HTTP/2 only"));
            assertThat(front.served()).isGreaterThan(100);
        }
    }

    @Test
    void theLineThatSendsARequestAgainNamesItsVersion() throws Exception {
        try (Http2Front front = new Http2Front(plain.url(), Optional.empty())) {
            assertThat(run(front.url(), store.caFile(), HttpVersion.HTTP_2, "LNK-AUTH-01")
                            .results())
                    .flatExtracting(Result::exchanges)
                    .extracting(Evidence::curl)
                    .allMatch(curl -> curl.contains(" --http2-prior-knowledge "));
        }
    }

    @Test
    void saysThatATargetDoesNotSpeakHttp2() {
        Report report = run(plain.url(), store.caFile(), HttpVersion.HTTP_2, "LNK-AUTH-01");

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.reason().en()).contains("no HTTP/2 there");
    }
}
