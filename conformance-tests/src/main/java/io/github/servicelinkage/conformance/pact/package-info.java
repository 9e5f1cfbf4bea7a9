/**
 * Judges a gateway by the pacts of its consumers: reads them, sends their requests, and compares the responses with Pact's
 * own matching rules. Nothing of Pact is seen outside this package, and nothing personal leaves it.
 */
@NullMarked
package io.github.servicelinkage.conformance.pact;

import org.jspecify.annotations.NullMarked;
