/** Opens the files that a user names. */
@NullMarked
package io.github.servicelinkage.stub.file;

import org.jspecify.annotations.NullMarked;
