package io.github.servicelinkage.conformance.proof.plain;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that a correct gateway may do otherwise.
 *
 * @param description what the gateway does, in one sentence
 * @param change changes the rules of one gateway
 * @param warnings ids of the requirements that are warned of, since they only should be kept
 */
record PlainVariant(String name, String description, Consumer<PlainRules> change, Set<String> warnings) {

    static PlainVariant of(String name, String description, Consumer<PlainRules> change, String... warnings) {
        return new PlainVariant(name, description, change, Set.of(warnings));
    }
}
