package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.exchange.Request;
import io.github.servicelinkage.conformance.message.Text;

/**
 * One planned request, and what is expected of its answer.
 *
 * @param description how it differs from the accepted control, in a few words
 * @param request what is sent
 * @param expectation what is expected
 */
public record Case(Text description, Request request, Expectation expectation) {}
