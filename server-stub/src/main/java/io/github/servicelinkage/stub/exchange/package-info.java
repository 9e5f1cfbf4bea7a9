/**
 * HTTP messages as the gateway sees them, and what may stand between transport and contract. Knows no HTTP server, no fault and no
 * person.
 */
@NullMarked
package io.github.servicelinkage.stub.exchange;

import org.jspecify.annotations.NullMarked;
