/**
 * What any server of the contract needs, whatever it is built on: reading requests strictly, judging them, and answering errors in
 * the platform's envelope. Knows neither a web framework nor the mock gateway's data.
 */
@NullMarked
package io.github.servicelinkage.stub.contract;

import org.jspecify.annotations.NullMarked;
