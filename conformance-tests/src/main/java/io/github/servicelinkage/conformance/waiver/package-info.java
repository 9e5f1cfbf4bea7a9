/** What is known not to hold: waivers, and what they make of results. Nothing here judges an exchange. */
@NullMarked
package io.github.servicelinkage.conformance.waiver;

import org.jspecify.annotations.NullMarked;
