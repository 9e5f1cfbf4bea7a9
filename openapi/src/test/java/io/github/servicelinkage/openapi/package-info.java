/**
 * Proof that the contract, its examples and the requirement catalogue agree with each other.
 * Nothing here knows a gateway, a client or generated code.
 */
package io.github.servicelinkage.openapi;
