/** The command {@code mock}: options in, a gateway or a list out. Knows everything below it; nothing here knows it. */
@NullMarked
package io.github.servicelinkage.stub.cli;

import org.jspecify.annotations.NullMarked;
