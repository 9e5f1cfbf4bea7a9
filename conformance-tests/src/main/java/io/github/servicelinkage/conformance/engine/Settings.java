package io.github.servicelinkage.conformance.engine;

import java.time.Duration;

/**
 * How hard the target is worked.
 *
 * @param concurrency how many checks run at a time
 * @param perSecond most requests in a second; 0 for no limit
 * @param limit how long a run may take
 */
public record Settings(int concurrency, double perSecond, Duration limit) {}
