package io.github.servicelinkage.conformance.proof.plain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A bug that a gateway may have.
 *
 * @param requirement id of the requirement that it breaks
 * @param description what the gateway does, in one sentence
 * @param change changes the rules of one gateway; what the bug remembers begins anew with each
 * @param alsoBlamed ids of other requirements that it cannot but break, each with the reason
 */
record PlainFault(
        String name,
        String requirement,
        String description,
        Consumer<PlainRules> change,
        Map<String, String> alsoBlamed) {

    static PlainFault of(String name, String requirement, String description, Consumer<PlainRules> change) {
        return new PlainFault(name, requirement, description, change, Map.of());
    }

    PlainFault alsoBlaming(String other, String reason) {
        Map<String, String> more = new TreeMap<>(alsoBlamed);
        more.put(other, reason);
        return new PlainFault(name, requirement, description, change, Map.copyOf(more));
    }
}
