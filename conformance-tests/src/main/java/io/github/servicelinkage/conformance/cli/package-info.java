/** The command line: options in, exit code out. Nothing here judges. */
@NullMarked
package io.github.servicelinkage.conformance.cli;

import org.jspecify.annotations.NullMarked;
