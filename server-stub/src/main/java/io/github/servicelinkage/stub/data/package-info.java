/**
 * Whom a gateway knows: partners with their keys and services, people with their accounts, and the file that lists them. Implements the
 * contract's operations from them; knows nothing of HTTP, faults or scenarios.
 */
@NullMarked
package io.github.servicelinkage.stub.data;

import org.jspecify.annotations.NullMarked;
