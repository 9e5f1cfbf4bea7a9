package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.result.Report;
import io.github.servicelinkage.stub.fault.Faults;
import io.github.servicelinkage.stub.mock.MockGateway;
import io.github.servicelinkage.stub.mock.MockGatewayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files of a run promise to those who read them by program. */
class ReportTest {
    private static final String RUN_IN_JSON = "(?s)\"run\" : \\{.*?\\}";
    private static final String RUN_IN_HTML = "<p[^>]* id=\"run\">.*?</p>";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"none", "resets-without-key", "answers-MEMBER-in-capitals"})
    void keepsToItsPublishedSchema(String fault) throws IOException {
        verify(fault, "first");

        assertThat(schema().validate(Files.readString(directory.resolve("first/report.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void ofARunThatReachedNothingKeepsToItToo() throws IOException {
        Console.run(
                "verify",
                "--url",
                "http://127.0.0.1:1",
                "--report",
                directory.resolve("first").toString());

        assertThat(schema().validate(Files.readString(directory.resolve("first/report.json")), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyFormNamesTheVersionsThatItRestsOn() throws IOException {
        Contract contract = Contract.load();
        Catalogue catalogue = Catalogue.load(contract);

        verify("none", "first", "--only", "LNK-AUTH-01");

        assertThat(Report.SuiteVersion.current().version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
        for (String file : List.of("report.json", "report.html", "report.md", "junit.xml")) {
            assertThat(Files.readString(directory.resolve("first").resolve(file)))
                    .as(file)
                    .contains(
                            contract.version(),
                            contract.sha256(),
                            catalogue.version(),
                            catalogue.sha256(),
                            Report.SuiteVersion.current().version());
        }
    }

    @Test
    void aPageShowsTheSourcesAndDecisionsOfARequirement() throws IOException {
        verify("none", "first", "--only", "LNK-LEN-12");

        assertThat(Files.readString(directory.resolve("first/report.html")))
                .contains("결정: 길이는 무엇을 세는가? 코드 포인트를 센다.")
                .contains("decision: What does a length count? Code points.")
                .contains("서비스 연동, Request Body Parameters 표")
                .doesNotContain("DEC-", "SRC-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "omits-no-store"})
    void isTheSameByteForByteForTwoRunsButForTheRunItself(String fault) throws IOException {
        try (MockGateway gateway = gateway(fault).start()) {
            verify(gateway, "first");
            verify(gateway, "second");
        }

        assertThat(without(RUN_IN_JSON, "first/report.json")).isEqualTo(without(RUN_IN_JSON, "second/report.json"));
        assertThat(without(RUN_IN_HTML, "first/report.html")).isEqualTo(without(RUN_IN_HTML, "second/report.html"));
    }

    private void verify(String fault, String name, String... options) throws IOException {
        try (MockGateway gateway = gateway(fault).start()) {
            verify(gateway, name, options);
        }
    }

    private void verify(MockGateway gateway, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--url",
                gateway.url().toString(),
                "--report",
                directory.resolve(name).toString()));
        arguments.addAll(List.of(options));
        Console.run(arguments.toArray(String[]::new));
    }

    private static MockGatewayBuilder gateway(String fault) {
        MockGatewayBuilder gateway = MockGateway.builder();
        Faults.named(fault).ifPresent(gateway::fault);
        return gateway;
    }

    private String without(String run, String file) throws IOException {
        String whole = Files.readString(directory.resolve(file));
        assertThat(whole).containsPattern(run);
        return whole.replaceFirst(run, "");
    }

    private static Schema schema() throws IOException {
        try (InputStream in = ReportTest.class.getResourceAsStream("/service-linkage/report.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new ObjectMapper().readTree(in));
        }
    }
}
