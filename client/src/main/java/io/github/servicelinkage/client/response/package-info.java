/**
 * The HTTP response as it was received, and what its header fields say about the quota. Nothing here judges a response.
 */
@NullMarked
package io.github.servicelinkage.client.response;

import org.jspecify.annotations.NullMarked;
