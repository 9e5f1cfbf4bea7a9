/**
 * Whom a gateway knows: partners with their keys and services, people with their accounts, and the file in which they stand. Answers
 * the contract's operations from them; knows nothing of HTTP or of faults.
 */
@NullMarked
package io.github.servicelinkage.stub.data;

import org.jspecify.annotations.NullMarked;
