/** The contract and the requirement catalogue, as the suite reads them. Nothing here sends or judges. */
@NullMarked
package io.github.servicelinkage.conformance.contract;

import org.jspecify.annotations.NullMarked;
