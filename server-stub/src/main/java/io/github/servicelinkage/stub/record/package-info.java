/**
 * What is kept of the exchanges for whoever runs the gateway: access log, HTTP Archive, metrics, and the endpoints that show them.
 * Nothing personal gets in; nothing here changes a response of the contract.
 */
@NullMarked
package io.github.servicelinkage.stub.record;

import org.jspecify.annotations.NullMarked;
