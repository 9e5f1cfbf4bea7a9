/**
 * The consumer test that writes the client's pact, and tests of the verification of pacts. Gateways here are real ones on
 * the loopback interface.
 */
@NullMarked
package io.github.servicelinkage.conformance.pact;

import org.jspecify.annotations.NullMarked;
