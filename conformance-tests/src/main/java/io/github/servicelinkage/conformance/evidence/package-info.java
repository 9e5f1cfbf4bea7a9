/** What reports may show of an exchange: everything personal becomes a placeholder. Nothing here judges, or knows a requirement. */
@NullMarked
package io.github.servicelinkage.conformance.evidence;

import org.jspecify.annotations.NullMarked;
