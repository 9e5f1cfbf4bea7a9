/** The test persons that a target knows, and how they are read from a file. Nothing here sends or judges. */
@NullMarked
package io.github.servicelinkage.conformance.subject;

import org.jspecify.annotations.NullMarked;
