/**
 * The catalogue of faults and variants, one file per clause family of the contract. Each is a line or two on top of {@link
 * io.github.servicelinkage.stub.fault.Rewrite}; nothing here knows HTTP connections or the data file.
 */
@NullMarked
package io.github.servicelinkage.stub.fault;

import org.jspecify.annotations.NullMarked;
