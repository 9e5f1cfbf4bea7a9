/** The checks, one file per clause family: what is sent for a requirement, and what is expected. Nothing here sends. */
@NullMarked
package io.github.servicelinkage.conformance.check;

import org.jspecify.annotations.NullMarked;
