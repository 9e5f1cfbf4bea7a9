package io.github.servicelinkage.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.servicelinkage.conformance.contract.Catalogue;
import io.github.servicelinkage.conformance.contract.Contract;
import io.github.servicelinkage.conformance.contract.Decision;
import io.github.servicelinkage.conformance.contract.Requirement;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a reader is told about a requirement can be followed up without this repository. */
class CatalogueCommandsTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Contract.load());

    @Test
    void explainShowsTheSourceWithItsAddress() {
        assertThat(Console.run("explain", "LNK-HTTP-02").out())
                .contains(
                        "RFC 9110, HTTP Semantics, §15.5.6 (June 2022)",
                        "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6");
        assertThat(Console.run("explain", "LNK-REQ-01").out())
                .contains(
                        "Service Linkage, Request Body Parameters (current edition, undated)",
                        "https://developers.koscom.co.kr/documentation/common/member");
    }

    @Test
    void explainShowsTheWholeDecisionInTheChosenLanguage() {
        Decision decision = CATALOGUE.get("LNK-LEN-12").source().decisions().get(0);

        assertThat(Console.run("explain", "LNK-LEN-12").out())
                .contains(
                        decision.question().en(),
                        decision.choice().en(),
                        decision.reason().en())
                .contains(decision.readings().stream()
                        .map(reading -> reading.en())
                        .toList());
        assertThat(Console.in("ko", "explain", "LNK-LEN-12").out())
                .contains(
                        decision.question().ko(),
                        decision.choice().ko(),
                        decision.reason().ko())
                .contains("서비스 연동");
    }

    @Test
    void everyRequirementHasASourceOrDecisionToShow() {
        assertThat(CATALOGUE.requirements())
                .allMatch(requirement -> !requirement.source().text().isEmpty())
                .noneMatch(requirement -> requirement.source().text().en().matches(".*(DEC|SRC)-.*"));
    }

    @Test
    void jsonHasEveryRequirementWithItsSourcesAndDecisionsWrittenOut() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Console.run("requirements", "--json").out());

        assertThat(json.at("/catalogue/version").asText()).isEqualTo(CATALOGUE.version());
        assertThat(json.at("/catalogue/sha256").asText()).isEqualTo(CATALOGUE.sha256());
        assertThat(StreamSupport.stream(json.path("requirements").spliterator(), false)
                        .map(requirement -> requirement.path("id").asText()))
                .containsExactlyElementsOf(
                        CATALOGUE.requirements().stream().map(Requirement::id).toList());
        JsonNode length = StreamSupport.stream(json.path("requirements").spliterator(), false)
                .filter(requirement -> requirement.path("id").asText().equals("LNK-LEN-08"))
                .findFirst()
                .orElseThrow();
        assertThat(length.at("/text/en").asText()).contains("at most 10 code points");
        assertThat(length.at("/family").asText()).isEqualTo("LEN");
        assertThat(length.at("/source/references/0/source/title/en").asText()).isEqualTo("Service Linkage");
        assertThat(length.at("/source/references/0/url").asText()).startsWith("https://");
        assertThat(length.at("/source/decisions/1/question/ko").asText()).startsWith("korName의 길이는");
    }
}
