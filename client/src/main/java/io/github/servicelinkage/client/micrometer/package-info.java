/**
 * Reports the attempts of calls to Micrometer; needs {@code io.micrometer:micrometer-observation}, which is optional. Nothing
 * else in the client refers to this package.
 */
@NullMarked
package io.github.servicelinkage.client.micrometer;

import org.jspecify.annotations.NullMarked;
