/** Sentences in the languages of the suite. Nothing here knows what is said. */
@NullMarked
package io.github.servicelinkage.conformance.message;

import org.jspecify.annotations.NullMarked;
