/** The outcome of a run: one immutable report, which the writers write down. Nothing here judges, and nothing here is personal. */
@NullMarked
package io.github.servicelinkage.conformance.result;

import org.jspecify.annotations.NullMarked;
