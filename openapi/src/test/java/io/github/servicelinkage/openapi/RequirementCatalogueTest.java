package io.github.servicelinkage.openapi;

import static io.github.servicelinkage.openapi.ContractFiles.CATALOGUE;
import static io.github.servicelinkage.openapi.ContractFiles.SPEC;
import static io.github.servicelinkage.openapi.ContractFiles.requirements;
import static io.github.servicelinkage.openapi.ContractFiles.strings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue is well formed, and speaks of things that the contract has. */
class RequirementCatalogueTest {

    @Test
    void everyIdIsGivenOnce() {
        assertThat(requirements().stream().map(RequirementCatalogueTest::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyIdBelongsToAFamilyAndEveryFamilyHasRequirements() {
        List<String> used = requirements().stream()
                .map(requirement -> id(requirement).split("-")[1])
                .distinct()
                .toList();

        assertThat(CATALOGUE.path("families").fieldNames()).toIterable().containsExactlyElementsOf(used);
    }

    @Test
    void everySpecPointerExists() {
        for (JsonNode requirement : requirements()) {
            for (String pointer : strings(requirement.at("/source/spec"))) {
                assertThat(SPEC.at(pointer).isMissingNode())
                        .as("%s points to %s, which service-linkage.yaml does not have", id(requirement), pointer)
                        .isFalse();
            }
        }
    }

    @Test
    void everyConstraintStandsAtItsSpecPointers() {
        List<Constraint> inContract = Constraint.all();
        for (JsonNode requirement : requirements()) {
            String keyword = requirement.path("constraint").asText();
            for (String pointer : keyword.isEmpty() ? List.<String>of() : strings(requirement.at("/source/spec"))) {
                boolean stands = keyword.equals("optional")
                        ? !inContract.contains(new Constraint(pointer, "required"))
                        : keyword.startsWith("x-")
                                ? SPEC.at(pointer).has(keyword)
                                : inContract.contains(new Constraint(pointer, keyword));
                assertThat(stands)
                        .as(
                                "%s covers %s of %s, which service-linkage.yaml does not say",
                                id(requirement), keyword, pointer)
                        .isTrue();
            }
        }
    }

    /** A text with {value} shows the contract's value; so there must be one, and the same at every pointer. */
    @Test
    void valueIsWrittenOnlyWhereTheContractHasOne() {
        for (JsonNode requirement : requirements()) {
            boolean korean = requirement.at("/text/ko").asText().contains("{value}");
            boolean english = requirement.at("/text/en").asText().contains("{value}");
            assertThat(korean)
                    .as("%s uses {value} in both languages", id(requirement))
                    .isEqualTo(english);
            if (korean) {
                List<JsonNode> values = strings(requirement.at("/source/spec")).stream()
                        .map(pointer -> SPEC.at(pointer)
                                .path(requirement.path("constraint").asText()))
                        .distinct()
                        .toList();
                assertThat(values)
                        .as("%s has one value for {value}", id(requirement))
                        .hasSize(1);
                assertThat(values.get(0).isMissingNode())
                        .as("%s has a value for {value}", id(requirement))
                        .isFalse();
            }
        }
    }

    /** A gateway can only be held to what its engineers could have read: the document, the contract, or an RFC's MUST. */
    @Test
    void everyMustForAGatewayHasAGround() {
        assertThat(requirements().stream()
                        .filter(requirement ->
                                requirement.path("level").asText().equals("MUST"))
                        .filter(requirement ->
                                requirement.path("binds").asText("gateway").equals("gateway"))
                        .filter(requirement -> !hasGround(requirement.path("source")))
                        .map(RequirementCatalogueTest::id))
                .isEmpty();
    }

    @Test
    void wordsOfAnRfcStandBesideTheReferenceToIt() {
        for (JsonNode requirement : requirements()) {
            List<String> references = strings(requirement.at("/source/references"));
            assertThat(requirement.at("/source/words").fieldNames())
                    .toIterable()
                    .as("%s quotes what it refers to", id(requirement))
                    .isSubsetOf(references);
        }
    }

    private static boolean hasGround(JsonNode source) {
        return strings(source.path("references")).stream().anyMatch(reference -> !reference.startsWith("SRC-rfc-"))
                || source.has("spec")
                || source.has("words");
    }

    private static String id(JsonNode requirement) {
        return requirement.path("id").asText();
    }
}
