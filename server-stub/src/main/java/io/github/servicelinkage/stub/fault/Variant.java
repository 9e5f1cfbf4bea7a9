package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;
import java.util.Set;

/**
 * A conformant variation of the gateway: it uses a freedom that the contract leaves.
 *
 * @param name name on the command line, in lower case with hyphens
 * @param description what this gateway does differently, in one sentence
 * @param around surrounds the correct handler with the difference
 * @param warned ids of the recommendations that it does not follow
 */
public record Variant(String name, Text description, Interceptor around, Set<String> warned) {

    /** A variation that follows every recommendation. */
    public Variant(String name, Text description, Interceptor around) {
        this(name, description, around, Set.of());
    }

    /** The same variation, which does not follow these recommendations. */
    public Variant warnedOf(String... requirements) {
        return new Variant(name, description, around, Set.of(requirements));
    }
}
