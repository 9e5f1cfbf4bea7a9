/**
 * The mock gateway: puts the other packages together and starts them. Decides nothing about requests or responses itself.
 */
@NullMarked
package io.github.servicelinkage.stub.mock;

import org.jspecify.annotations.NullMarked;
