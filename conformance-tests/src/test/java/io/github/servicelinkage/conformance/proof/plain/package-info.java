/**
 * A second gateway of another hand, on the JDK alone, with which the suite is proven again: correct, different, and faulty. No code
 * of the mock gateway or of the client may be used here.
 */
@NullMarked
package io.github.servicelinkage.conformance.proof.plain;

import org.jspecify.annotations.NullMarked;
