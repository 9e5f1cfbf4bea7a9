/**
 * How a call travels: decorators over {@link io.github.servicelinkage.client.transport.Transport}, each of which does one
 * thing. Internal: not exported from the module, and free to change in any release.
 */
@NullMarked
package io.github.servicelinkage.client.transport;

import org.jspecify.annotations.NullMarked;
