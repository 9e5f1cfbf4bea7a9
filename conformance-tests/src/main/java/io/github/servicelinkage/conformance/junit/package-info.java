/** The suite inside somebody's own JUnit build. Nothing here judges. */
@NullMarked
package io.github.servicelinkage.conformance.junit;

import org.jspecify.annotations.NullMarked;
