/**
 * Generated from the contract: where the API is served, and its operations. Nothing here is written by hand.
 */
@NullMarked
package io.github.servicelinkage.client.api;

import org.jspecify.annotations.NullMarked;
