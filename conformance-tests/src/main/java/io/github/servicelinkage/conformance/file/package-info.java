/** Reads files that people write, and says where one is wrong. Knows no kind of file; nothing here says a value of one. */
@NullMarked
package io.github.servicelinkage.conformance.file;

import org.jspecify.annotations.NullMarked;
