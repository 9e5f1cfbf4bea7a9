/**
 * The proof of the suite: it is run against every faulty and every different gateway that the mock gateway can be, and must blame
 * exactly what is wrong. Nothing here judges an answer.
 */
@NullMarked
package io.github.servicelinkage.conformance.proof;

import org.jspecify.annotations.NullMarked;
