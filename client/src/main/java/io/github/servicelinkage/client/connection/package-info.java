/**
 * What a client needs around its calls: the HTTP client with its TLS settings, threads, and their end. Internal; knows
 * nothing of the contract.
 */
@NullMarked
package io.github.servicelinkage.client.connection;

import org.jspecify.annotations.NullMarked;
