/** Examples that the documentation shows; they are compiled and tried by tests, and use public classes only. */
@NullMarked
package io.github.servicelinkage.stub.example;

import org.jspecify.annotations.NullMarked;
