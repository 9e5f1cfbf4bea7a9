/** Carries out suites, among them a plan of checks, and comes to a verdict. Nothing here knows a single requirement. */
@NullMarked
package io.github.servicelinkage.conformance.engine;

import org.jspecify.annotations.NullMarked;
