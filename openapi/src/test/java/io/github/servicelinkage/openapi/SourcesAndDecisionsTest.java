package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.DECISIONS;
import static io.github.servicelinkage.openapi.ContractFiles.SOURCES;
import static io.github.servicelinkage.openapi.ContractFiles.ids;
import static io.github.servicelinkage.openapi.ContractFiles.requirements;
import static io.github.servicelinkage.openapi.ContractFiles.strings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every requirement leads to sources and decisions that a reader can open, and none of these is left over. */
class SourcesAndDecisionsTest {

    @Test
    void everyIdIsGivenOnce() {
        assertThat(ids(SOURCES.path("sources"))).doesNotHaveDuplicates();
        assertThat(ids(DECISIONS.path("decisions"))).doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceResolvesAndEverySourceIsUsed() {
        Set<String> cited = cited("references");
        Set<String> sections = new TreeSet<>();
        List<String> rfcs = new ArrayList<>();
        SOURCES.path("sources").forEach(source -> {
            String id = source.path("id").textValue();
            source.path("sections").fieldNames().forEachRemaining(section -> sections.add(id + "#" + section));
            if (source.path("kind").asText().equals("rfc")) {
                rfcs.add(id);
            } else if (!source.has("sections")) {
                sections.add(id);
            }
        });

        assertThat(cited)
                .filteredOn(reference -> !rfcs.contains(reference.replaceFirst("#.*", "")))
                .as("sections of sources.yaml that requirements.yaml cites")
                .containsExactlyInAnyOrderElementsOf(sections);
        assertThat(rfcs)
                .as("RFCs that no requirement cites")
                .allMatch(rfc -> cited.stream().anyMatch(reference -> reference.matches(rfc + "(#.*)?")));
    }

    @Test
    void anRfcIsFoundUnderItsOwnNumber() {
        SOURCES.path("sources").forEach(source -> {
            String id = source.path("id").textValue();
            if (id.startsWith("SRC-rfc-")) {
                String number = id.substring("SRC-rfc-".length());
                assertThat(source.path("url").textValue()).endsWith("/rfc" + number);
                assertThat(source.at("/title/ko").textValue()).startsWith("RFC " + number + " ");
                assertThat(source.at("/title/en").textValue()).startsWith("RFC " + number + ", ");
            }
        });
    }

    @Test
    void everyDecisionIsThereAndUsed() {
        assertThat(cited("decisions")).containsExactlyInAnyOrderElementsOf(ids(DECISIONS.path("decisions")));
    }

    @Test
    void aDecisionAffectsWhomItsRequirementsBind() {
        for (JsonNode requirement : requirements()) {
            List<String> used = strings(requirement.at("/source/decisions"));
            for (JsonNode decision : DECISIONS.path("decisions")) {
                if (used.contains(decision.path("id").textValue())) {
                    assertThat(strings(decision.path("affects")))
                            .as("%s, used by %s", decision.path("id"), requirement.path("id"))
                            .contains(requirement.path("binds").asText("gateway"));
                }
            }
        }
    }

    private static Set<String> cited(String kind) {
        Set<String> cited = new TreeSet<>();
        requirements().forEach(requirement -> cited.addAll(strings(requirement.at("/source/" + kind))));
        return cited;
    }
}
