/** Examples of the documentation, compiled and run by tests; they use public classes only. */
@NullMarked
package io.github.servicelinkage.stub.example;

import org.jspecify.annotations.NullMarked;
