/** Sentences for people, in Korean and English, with the language that is chosen for them. Knows nothing of what they say. */
@NullMarked
package io.github.servicelinkage.stub.message;

import org.jspecify.annotations.NullMarked;
