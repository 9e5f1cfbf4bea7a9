package io.github.servicelinkage.stub.data;

import java.io.Serial;

/**
 * Somebody asked for the reserved person of a scenario: a valid request whose CI is {@value #PREFIX} and a scenario. No real CI looks
 * like that, since a colon is not part of Base64.
 */
public final class ReservedPerson extends RuntimeException {
    /** What the CI of a reserved person starts with. */
    public static final String PREFIX = "scenario:";

    @Serial
    private static final long serialVersionUID = 1L;

    private final String scenario;

    ReservedPerson(String scenario) {
        super("A reserved person", null, false, false);
        this.scenario = scenario;
    }

    /** The scenario that was asked for. */
    public String scenario() {
        return scenario;
    }
}
