/**
 * Tells Micrometer of the tries of calls; needs {@code io.micrometer:micrometer-observation}, which is optional. Nothing
 * else of the client refers to this package.
 */
@NullMarked
package io.github.servicelinkage.client.micrometer;

import org.jspecify.annotations.NullMarked;
