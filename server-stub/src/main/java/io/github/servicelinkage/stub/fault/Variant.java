package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Interceptor;

/**
 * Turns the gateway into another one that is as correct: it makes use of a freedom that the contract leaves.
 *
 * @param name name on the command line, in lower case with hyphens
 * @param description what this gateway does differently, in one sentence
 * @param around puts the difference around the proper handler
 */
public record Variant(String name, String description, Interceptor around) {}
