package io.github.servicelinkage.stub.fault;

import io.github.servicelinkage.stub.exchange.Interceptor;
import io.github.servicelinkage.stub.message.Text;

/**
 * A conformant variation of the gateway: it uses a freedom that the contract leaves.
 *
 * @param name name on the command line, in lower case with hyphens
 * @param description what this gateway does differently, in one sentence
 * @param around surrounds the correct handler with the difference
 */
public record Variant(String name, Text description, Interceptor around) {}
