package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.subject.Subject;
import io.github.servicelinkage.conformance.subject.SubjectsFile;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdict, on real gateways over HTTP. */
class VerifyCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void tellsTheTimeOfEachPhase() {
        Console console = Console.run("verify", "--only=LNK-AUTH-01,LNK-PACT-01", "--timings");

        assertThat(console.out()
                        .substring(console.out().indexOf("Verdict: CONFORMANT"))
                        .lines()
                        .skip(2))
                .map(line -> line.replaceFirst("^ *\\d+ ms  ", ""))
                .containsExactly(
                        "start-up", "preparation (contract, target, plan)", "checks", "pacts", "console and reports");
    }

    @Test
    void aPactThatIsBrokenIsShownWithItsRequestAndResponse() throws IOException {
        Path pact = Files.writeString(directory.resolve("pact.json"), """
                {"consumer": {"name": "c"}, "provider": {"name": "p"}, "interactions": [{"description": "a stranger",
                  "request": {"method": "POST", "path": "/register/search",
                    "headers": {"Content-Type": "application/json", "Authorization": "Bearer s3cret"},
                    "body": {"partner": {"comId": "F0995", "srvId": "297"}, "note": "s3cret",
                      "commonHeader": {"reqIdConsumer": "reqid-0001", "ci": "aaaa"}, "body": {"korName": "김견본"}}},
                  "response": {"status": 201}}], "metadata": {"pactSpecification": {"version": "2.0.0"}}}
                """);

        Console console = Console.run("verify", "--suite=pact", "--pacts=" + pact);

        assertThat(console.exitCode()).isEqualTo(1);
        assertThat(console.out())
                .contains("the status is 200, expected 201")
                .contains("How to fix: ")
                .contains("curl -sS -i -X POST \"$LINKAGE_URL/register/search\"")
                .contains("-H \"Authorization: <13 code points>\"")
                .contains("\"korName\":\"<korName, 3 code points>\"")
                .contains("\"comId\":\"F0995\"")
                .contains("-> 200 ")
                .doesNotContain("s3cret", "김견본");
    }

    @Test
    void theEmbeddedMockGatewayIsConformant() throws IOException {
        Console console = Console.run("verify", "--report", directory.toString());

        assertThat(console.exitCode()).as(console.out()).isZero();
        assertThat(console.out()).contains("Verdict: CONFORMANT").doesNotContain("failed  LNK", "warning  LNK");
        assertThat(console.out()).contains(readmeTells());
        JsonNode report = report();
        assertThat(report.path("verdict").asText()).isEqualTo("CONFORMANT");
        assertThat(report.path("summary").path("verified").asInt()).isGreaterThan(100);
        assertThat(report.path("run").path("requests").asInt()).isGreaterThan(500);
        assertThat(directory.resolve("junit.xml"))
                .content()
                .contains("<testcase")
                .doesNotContain("<failure");
    }

    @ParameterizedTest
    @CsvSource({
        "accepts-any-key, LNK-AUTH-04",
        "accepts-korName-one-too-long-on-registration, LNK-LEN-08",
        "answers-MEMBER-in-capitals, LNK-RES-07",
        "html-errors, LNK-ERR-01"
    })
    void aFaultyGatewayIsNotConformantAndTheRightRequirementIsNamed(String fault, String requirement)
            throws IOException {
        try (MockGateway gateway =
                MockGateway.builder().fault(Faults.named(fault).orElseThrow()).start()) {
            Console console =
                    Console.run("verify", "--url", gateway.url().toString(), "--report", directory.toString());

            assertThat(console.exitCode()).isEqualTo(1);
            assertThat(console.out())
                    .contains("failed  " + requirement + "  MUST")
                    .contains("curl -sS -i -X POST \"$LINKAGE_URL/register/search\"", "\"ci\":\"<ci>\"");
            assertThat(withStatus("failed")).contains(requirement);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-repeats-ci", "error-repeats-ci-over-lines"})
    void noReportAndNoConsoleLineHoldsTheKeyOrAPerson(String fault) throws IOException {
        List<String> secrets = new ArrayList<>(List.of(MockGateway.DEFAULT_API_KEY));
        for (Subject subject : SubjectsFile.sandbox().subjects().values()) {
            secrets.add(subject.ci());
            secrets.add(subject.ci().substring(0, 40));
            secrets.add(subject.korName());
            secrets.addAll(subject.vtAccNos());
        }
        try (MockGateway gateway = MockGateway.builder()
                .fault(Faults.named(fault).orElseThrow())
                .fault(Faults.named("accepts-any-key").orElseThrow())
                .start()) {
            Console console =
                    Console.run("verify", "--url", gateway.url().toString(), "--report", directory.toString());

            assertThat(console.exitCode()).isEqualTo(1);
            assertThat(console.out() + console.err()).doesNotContain(secrets);
            assertThat(directory.resolve("report.json")).content().doesNotContain(secrets);
            assertThat(directory.resolve("report.html")).content().doesNotContain(secrets);
            assertThat(directory.resolve("report.md")).content().doesNotContain(secrets);
            assertThat(directory.resolve("junit.xml")).content().doesNotContain(secrets);
        }
    }

    @Test
    void whatFailedCanBeRepeated() throws IOException {
        try (MockGateway gateway = MockGateway.builder()
                .fault(Faults.named("answers-MEMBER-in-capitals").orElseThrow())
                .start()) {
            Console.run(
                    "verify",
                    "--suite",
                    "validation",
                    "--url",
                    gateway.url().toString(),
                    "--report",
                    directory.toString());
            Set<String> before = withStatus("failed");

            Console again = Console.run(
                    "verify",
                    "--suite",
                    "validation",
                    "--url",
                    gateway.url().toString(),
                    "--replay",
                    directory.resolve("report.json").toString(),
                    "--report",
                    directory.toString());

            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(withStatus("failed")).isEqualTo(before);
            assertThat(report().path("results")).hasSize(before.size());
        }
    }

    @Test
    void withABaselineOnlyWhatChangedIsShown() throws IOException {
        String fault = "answers-MEMBER-in-capitals";
        try (MockGateway right = MockGateway.builder().start();
                MockGateway wrong = MockGateway.builder()
                        .fault(Faults.named(fault).orElseThrow())
                        .start()) {
            String before = directory.resolve("report.json").toString();
            only("LNK-RES-07", wrong, "--report", directory.toString());

            Console same = only("LNK-RES-07", wrong, "--baseline", before);
            Console mended = only("LNK-RES-07", right, "--baseline", before);

            assertThat(same.exitCode()).isEqualTo(1);
            assertThat(same.out()).doesNotContain("failed  LNK");
            assertThat(mended.exitCode()).isZero();
            assertThat(mended.out()).contains("passes now: LNK-RES-07/searchRegistration");
        }
    }

    private static Console only(String requirement, MockGateway gateway, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--suite",
                "validation",
                "--only",
                requirement,
                "--url",
                gateway.url().toString()));
        arguments.addAll(List.of(more));
        return Console.run(arguments.toArray(String[]::new));
    }

    @Test
    void aWaivedFailureDoesNotCountUntilTheWaiverExpires() throws IOException {
        Path waivers = directory.resolve("waivers.yaml");
        try (MockGateway gateway = MockGateway.builder()
                .fault(Faults.named("html-errors").orElseThrow())
                .start()) {
            Files.writeString(waivers, "- {requirement: LNK-ERR-01, owner: team, reason: known, expires: 2999-12-31}");
            Console waived = only("LNK-ERR,LNK-REQ", gateway, "--waivers", waivers.toString());
            Files.writeString(waivers, "- {requirement: LNK-ERR-01, owner: team, reason: known, expires: 2001-01-01}");
            Console expired = only("LNK-ERR,LNK-REQ", gateway, "--waivers", waivers.toString());

            assertThat(waived.exitCode()).as(waived.out()).isZero();
            assertThat(waived.out()).contains("2 waived");
            assertThat(expired.exitCode()).isEqualTo(1);
            assertThat(expired.out()).contains("The waiver of LNK-ERR-01 expired on 2001-01-01");
        }
    }

    @Test
    void aRunThatVerifiesNothingIsInconclusive() throws IOException {
        try (MockGateway gateway =
                MockGateway.builder().apiKey("l7xx" + "1".repeat(32)).start()) {
            Console console = Console.run("verify", "--url", gateway.url().toString());

            assertThat(console.exitCode()).isEqualTo(3);
            assertThat(console.out())
                    .contains("The control request was not accepted (status 401), so nothing was judged")
                    .doesNotContain("passed");
        }
    }

    @Test
    void koreanIsSpokenWhereKoreanIsAskedFor() {
        Console console = Console.in("ko", "verify", "--suite", "validation", "--only", "LNK-AUTH,LNK-LEN");

        assertThat(console.exitCode()).isZero();
        assertThat(console.out()).contains("요구사항", "판정: CONFORMANT", "인증", "body.korName의 길이는 유니코드 코드 포인트로 셉니다.");
    }

    @Test
    void whyChecksWereSkippedIsToldOncePerReason() throws IOException {
        try (MockGateway gateway = MockGateway.builder().start()) {
            Console some = only("LNK-AUTH,LNK-FLOW,LNK-TLS", gateway);
            Console none = only("LNK-AUTH", gateway);

            assertThat(some.out()).contains("FLOW").containsOnlyOnce("6 skipped: no response of the run concerned it");
            assertThat(none.out()).doesNotContain("skipped:");
        }
    }

    /** The lines that the README shows of a run like this. */
    private static List<String> readmeTells() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int from = readme.indexOf("```\nSending about");
        return readme.substring(from, readme.indexOf("\n```", from))
                .lines()
                .skip(1)
                .filter(line -> !line.equals("..."))
                .toList();
    }

    private JsonNode report() throws IOException {
        return JSON.readTree(directory.resolve("report.json").toFile());
    }

    private Set<String> withStatus(String status) throws IOException {
        Set<String> requirements = new TreeSet<>();
        report().path("results").forEach(result -> {
            if (result.path("status").asText().equals(status)) {
                requirements.add(result.path("requirement").asText());
            }
        });
        return requirements;
    }
}
