package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a correct gateway faulty in one respect.
 *
 * @param name name on the command line, in lower case with hyphens
 * @param requirement id of the requirement that it violates
 * @param description what the faulty gateway does, in one sentence
 * @param around surrounds the correct handler with the fault
 * @param alsoBlamed ids of other requirements that this fault unavoidably violates, each with the reason
 */
public record Fault(
        String name, String requirement, Text description, Interceptor around, Map<String, String> alsoBlamed) {

    /** A fault that violates one requirement only. */
    public Fault(String name, String requirement, Text description, Interceptor around) {
        this(name, requirement, description, around, Map.of());
    }

    /** The same fault, which unavoidably violates one more requirement. */
    public Fault alsoBlaming(String other, String reason) {
        Map<String, String> more = new TreeMap<>(alsoBlamed);
        more.put(other, reason);
        return new Fault(name, requirement, description, around, Map.copyOf(more));
    }
}
