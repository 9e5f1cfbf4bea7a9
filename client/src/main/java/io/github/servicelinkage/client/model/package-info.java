/**
 * Generated from the contract: the bodies of its requests and responses. Nothing here is written by hand.
 */
@NullMarked
package io.github.servicelinkage.client.model;

import org.jspecify.annotations.NullMarked;
