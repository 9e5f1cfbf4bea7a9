package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Interceptor;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a correct gateway into a faulty one, in one respect.
 *
 * @param name name on the command line, in lower case with hyphens
 * @param requirement id of the requirement that it breaks
 * @param description what the faulty gateway does, in one sentence
 * @param around puts the fault around the proper handler
 * @param alsoBlamed ids of the requirements that this behaviour cannot but break besides, each with the reason
 */
public record Fault(
        String name, String requirement, String description, Interceptor around, Map<String, String> alsoBlamed) {

    /** A fault that breaks one requirement only. */
    public Fault(String name, String requirement, String description, Interceptor around) {
        this(name, requirement, description, around, Map.of());
    }

    /** The same fault, of which one more requirement is known to break with it. */
    public Fault alsoBlaming(String other, String reason) {
        Map<String, String> more = new TreeMap<>(alsoBlamed);
        more.put(other, reason);
        return new Fault(name, requirement, description, around, Map.copyOf(more));
    }
}
