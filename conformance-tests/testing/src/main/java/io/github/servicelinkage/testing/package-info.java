/**
 * The mock gateway in the JUnit tests of a team that calls the API, and test persons that it knows. Uses the client and the mock
 * gateway alone; nothing of the conformance suite may be used here.
 */
@NullMarked
package io.github.servicelinkage.testing;

import org.jspecify.annotations.NullMarked;
