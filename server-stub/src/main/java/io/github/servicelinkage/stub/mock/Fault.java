package io.github.servicelinkage.stub.mock;

/**
 * Turns a correct gateway into a faulty one, in one respect.
 *
 * @param name name on the command line, in lower case with hyphens
 * @param requirement id of the requirement that it breaks
 * @param description what the faulty gateway does, in one sentence
 * @param around puts the fault around the proper handler
 */
public record Fault(String name, String requirement, String description, Interceptor around) {}
