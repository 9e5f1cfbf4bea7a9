/** Failures that are known, and their file. Nothing here runs or judges a check. */
@NullMarked
package io.github.servicelinkage.conformance.waiver;

import org.jspecify.annotations.NullMarked;
