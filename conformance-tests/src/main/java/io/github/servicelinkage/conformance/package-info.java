/** The front door of the suite: {@link io.github.servicelinkage.conformance.Conformance}. Nothing here sends or judges. */
@NullMarked
package io.github.servicelinkage.conformance;

import org.jspecify.annotations.NullMarked;
