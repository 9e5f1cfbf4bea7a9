/** A long run against the mock gateway in a process of its own: {@code mvn -Psoak}, see the server stub's README. */
@NullMarked
package io.github.servicelinkage.conformance.soak;

import org.jspecify.annotations.NullMarked;
