/**
 * A server whose every byte a test decides. It knows nothing of the contract, so it can break it in any way.
 */
@NullMarked
package io.github.servicelinkage.client.server;

import org.jspecify.annotations.NullMarked;
