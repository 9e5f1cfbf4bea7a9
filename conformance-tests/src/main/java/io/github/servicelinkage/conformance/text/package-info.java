/** Sentences in the languages of the suite. Nothing here knows what is said. */
@NullMarked
package io.github.servicelinkage.conformance.text;

import org.jspecify.annotations.NullMarked;
