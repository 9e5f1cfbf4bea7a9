package io.github.servicelinkage.conformance.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.servicelinkage.conformance.message.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole catalogue for programs: every requirement with its sources and decisions written out.
 *
 * @param contract the contract whose values the texts name
 * @param catalogue the catalogue
 * @param families the clause families by name
 * @param requirements the requirements, in the order of the catalogue
 * @param decisions the decisions
 * @param sources the sources
 */
public record CatalogueDocument(
        Edition contract,
        Edition catalogue,
        Map<String, Text> families,
        List<Entry> requirements,
        List<Decision> decisions,
        List<Publication> sources) {

    /** The document of a catalogue. */
    public static CatalogueDocument of(Contract contract, Catalogue catalogue) {
        Map<String, Text> families = new LinkedHashMap<>();
        catalogue.families().forEach(family -> families.put(family, catalogue.family(family)));
        return new CatalogueDocument(
                new Edition(contract.version(), contract.sha256()),
                new Edition(catalogue.version(), catalogue.sha256()),
                families,
                catalogue.requirements().stream()
                        .map(requirement -> new Entry(requirement, requirement.family()))
                        .toList(),
                catalogue.decisions(),
                catalogue.sources());
    }

    /**
     * Which edition of a file is meant.
     *
     * @param version its version
     * @param sha256 its hash
     */
    public record Edition(String version, String sha256) {}

    /**
     * A requirement, and the family that it belongs to.
     *
     * @param requirement the requirement
     * @param family name of its family
     */
    public record Entry(@JsonUnwrapped Requirement requirement, String family) {}
}
