/** Listeners that write down what the engine tells them, one class per report. Nothing here judges. */
@NullMarked
package io.github.servicelinkage.conformance.report;

import org.jspecify.annotations.NullMarked;
