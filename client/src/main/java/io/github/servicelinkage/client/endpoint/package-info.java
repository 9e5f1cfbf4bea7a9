/**
 * The operations of the contract with their types: writing and validating requests, reading and judging responses. Internal;
 * the only package that decides whether something violates the contract, and that knows nothing of HTTP connections.
 */
@NullMarked
package io.github.servicelinkage.client.endpoint;

import org.jspecify.annotations.NullMarked;
