/** The rules of ARCHITECTURE.md for the client, so that {@code mvn -pl client verify} fails where one is broken. */
@NullMarked
package io.github.servicelinkage.client.architecture;

import org.jspecify.annotations.NullMarked;
