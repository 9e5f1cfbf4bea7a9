/**
 * How the bytes of a call travel: decorators over {@link io.github.servicelinkage.client.transport.Transport}, each with one
 * concern. Internal; knows neither JSON nor the bodies of the contract.
 */
@NullMarked
package io.github.servicelinkage.client.transport;

import org.jspecify.annotations.NullMarked;
