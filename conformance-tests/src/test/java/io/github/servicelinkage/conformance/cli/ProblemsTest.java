package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Requirement;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a problem tells, on the console and in every report: what to do about it, and the exchange that shows it. */
class ProblemsTest {
    private static final List<String> REPORTS = List.of("report.html", "report.json", "report.md", "junit.xml");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "accepts-any-key, LNK-AUTH-04, Compare the whole key case-sensitively, failed",
        "omits-no-store, LNK-PRIV-05, Set Cache-Control: no-store on every response, warning"
    })
    void saysHowToMendItAndShowsWhatWasSent(String fault, String requirement, String remedy, String status)
            throws IOException {
        Console console = verify(fault, "--only", requirement);

        assertThat(console.out())
                .contains(
                        status + "  " + requirement, "How to fix: " + remedy, "    curl -sS -i -X POST", "    -> 200 ")
                .containsOnlyOnce("LINKAGE_API_KEY (the key)");
        for (String report : REPORTS) {
            assertThat(report(report))
                    .as(report)
                    .contains(requirement, remedy, "curl -sS -i -X POST", "200")
                    .containsOnlyOnce("LINKAGE_API_KEY (the key)");
        }
    }

    @Test
    void whatIsTheSameWithBothOperationsIsOneRowOfTheComment() throws IOException {
        verify("accepts-any-key", "--only", "LNK-AUTH-04");

        assertThat(report("report.md"))
                .containsOnlyOnce("| failed | `LNK-AUTH-04` MUST | searchRegistration, searchConsent |")
                .containsOnlyOnce("curl -sS");
    }

    @Test
    void aCheckThatPassesHasNothingToMend() throws IOException {
        verify("omits-no-store", "--only", "LNK-AUTH-04,LNK-PRIV-05");

        JsonNode results = new ObjectMapper().readTree(report("report.json")).path("results");
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(
                        result -> assertThat(result.at("/remedy/en").asText().isEmpty())
                                .isEqualTo(result.path("status").asText().equals("passed")));
    }

    @Test
    void aCheckThatLooksOnTellsTheStatusesThatItBlames() throws IOException {
        String out = verify("omits-no-store", "--only", "LNK-AUTH,LNK-PRIV-05").out();

        assertThat(out)
                .containsPattern(
                        "\\d+ of \\d+ responses \\(200 ×\\d+, 401 ×\\d+(, \\d+ ×\\d+)*\\): no-store is missing");
    }

    @Test
    void ofRequestsThatAreJudgedTogetherTheOneIsShownThatBrokeTheRule() throws IOException {
        String out =
                verify("skips-key-for-doubled-slash", "--only", "LNK-AUTH-15").out();

        assertThat(out)
                .contains("requests of many forms without the right key — expected no data, but no key, //")
                .contains("curl -sS -i -X POST \"$LINKAGE_URL//");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LNK-TYPE-03", "LNK-AUTH-11", "LNK-JSON-10", "LNK-HTTP-02"})
    void remediesSpeakOfMoreStacksThanOne(String id) {
        Catalogue catalogue = Catalogue.load(Contract.load());

        assertThat(catalogue.requirements())
                .filteredOn(Requirement::isTested)
                .allSatisfy(requirement -> assertThat(requirement.remedy().isEmpty())
                        .as(requirement.id())
                        .isFalse());
        String remedy = catalogue.get(id).remedy().en();
        assertThat(List.of(
                        "Jackson",
                        "Spring",
                        "Express",
                        "Fastify",
                        "FastAPI",
                        "Flask",
                        "pydantic",
                        "gunicorn",
                        "Python",
                        "PHP",
                        "nginx",
                        " Go",
                        "NestJS"))
                .filteredOn(remedy::contains)
                .as(remedy)
                .hasSizeGreaterThan(2);
    }

    private Console verify(String fault, String... options) throws IOException {
        try (MockGateway gateway =
                MockGateway.builder().fault(Faults.named(fault).orElseThrow()).start()) {
            List<String> arguments = new ArrayList<>(List.of(
                    "verify",
                    "--suite",
                    "validation",
                    "--url",
                    gateway.url().toString(),
                    "--report",
                    directory.toString()));
            arguments.addAll(List.of(options));
            return Console.run(arguments.toArray(String[]::new));
        }
    }

    private String report(String name) throws IOException {
        String text = Files.readString(directory.resolve(name));
        return name.endsWith(".md") ? text.replace("\\", "") : text;
    }
}
