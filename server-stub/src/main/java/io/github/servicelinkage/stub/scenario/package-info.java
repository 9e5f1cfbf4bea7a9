/**
 * Scenarios: how a caller chooses the gateway's behaviour for one request, by a header or by a reserved person. Plays faults and the
 * contract's error responses; knows neither connections nor the data file.
 */
@NullMarked
package io.github.servicelinkage.stub.scenario;

import org.jspecify.annotations.NullMarked;
