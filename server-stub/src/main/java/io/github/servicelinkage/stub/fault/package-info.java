/**
 * The catalogue of faults and variants. The faults are in one file per requirement family, named after its code ({@code LNK-AUTH-02} is in
 * {@code AuthFaults}); each is a line or two on top of {@link io.github.servicelinkage.stub.fault.Rewrite}. Nothing here knows connections,
 * scenarios or the data file.
 */
@NullMarked
package io.github.servicelinkage.stub.fault;

import org.jspecify.annotations.NullMarked;
