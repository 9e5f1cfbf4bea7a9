package io.github.servicelinkage.conformance.engine;

/**
 * How hard the target is worked.
 *
 * @param concurrency how many checks run at a time
 * @param perSecond most requests in a second; 0 for no limit
 */
public record Settings(int concurrency, double perSecond) {}
