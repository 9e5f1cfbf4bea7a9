package io.github.servicelinkage.conformance.contract;

import io.github.servicelinkage.conformance.message.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requirement catalogue, with its decisions and sources. Immutable. */
public final class Catalogue {
    private final String version;
    private final String sha256;
    private final Map<String, Text> families;
    private final List<Decision> decisions;
    private final List<Publication> sources;
    private final Map<String, Requirement> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, Requirement>> byConstraint = new LinkedHashMap<>();

    private Catalogue(Contract contract, CatalogueFiles files) {
        this.version = files.version();
        this.sha256 = files.sha256();
        this.families = files.texts("families");
        this.decisions = files.decisions();
        this.sources = files.sources();
        for (Requirement requirement : files.requirements(contract)) {
            byId.put(requirement.id(), requirement);
            String constraint = requirement.constraint();
            if (constraint != null) {
                requirement
                        .source()
                        .spec()
                        .forEach(pointer -> byConstraint
                                .computeIfAbsent(pointer, place -> new LinkedHashMap<>())
                                .put(constraint, requirement));
            }
        }
    }

    /** The catalogue that is packed with the suite, its texts filled from the contract. */
    public static Catalogue load(Contract contract) {
        return new Catalogue(contract, new CatalogueFiles());
    }

    /** The version of the catalogue. */
    public String version() {
        return version;
    }

    /** SHA-256 of its files, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Every requirement, in the order of the catalogue. */
    public List<Requirement> requirements() {
        return List.copyOf(byId.values());
    }

    /** Every decision, in the order of the catalogue. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Every source, in the order of the catalogue. */
    public List<Publication> sources() {
        return sources;
    }

    /** The requirement of an id. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The requirement of an id that must exist. */
    public Requirement get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No requirement has the id " + id));
    }

    /** The requirement that covers a keyword of the schema at a pointer. */
    public Optional<Requirement> covering(String pointer, String keyword) {
        return Optional.ofNullable(byConstraint.getOrDefault(pointer, Map.of()).get(keyword));
    }

    /** The name of a clause family. */
    public Text family(String name) {
        return families.getOrDefault(name, Text.same(name));
    }

    /** The names of the clause families, in the order of the catalogue. */
    public List<String> families() {
        return List.copyOf(families.keySet());
    }
}
