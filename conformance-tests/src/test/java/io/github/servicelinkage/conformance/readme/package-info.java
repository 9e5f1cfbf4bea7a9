/** What the README says, tried: its code compiles, its table is what the client does. */
@NullMarked
package io.github.servicelinkage.conformance.readme;

import org.jspecify.annotations.NullMarked;
