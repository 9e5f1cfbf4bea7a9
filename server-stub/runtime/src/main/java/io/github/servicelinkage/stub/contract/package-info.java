/**
 * What every server of the contract needs, whatever HTTP server it runs on: routing, strict reading, validation, and error responses in
 * the platform's envelope. Knows neither a web framework nor the mock gateway.
 */
@NullMarked
package io.github.servicelinkage.stub.contract;

import org.jspecify.annotations.NullMarked;
