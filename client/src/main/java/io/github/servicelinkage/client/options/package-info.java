/**
 * What one call can do differently: request id, timeout, retries, header fields. Nothing here knows how a call is sent.
 */
@NullMarked
package io.github.servicelinkage.client.options;

import org.jspecify.annotations.NullMarked;
