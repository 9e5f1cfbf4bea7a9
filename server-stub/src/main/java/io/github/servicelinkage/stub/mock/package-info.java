/**
 * The mock gateway: a server of the contract on Vert.x that answers from a data file, and can be made faulty. Judging requests is
 * the contract package's work, the catalogue of faults the fault package's.
 */
@NullMarked
package io.github.servicelinkage.stub.mock;

import org.jspecify.annotations.NullMarked;
