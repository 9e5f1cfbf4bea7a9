/**
 * What a call through the client costs over the same call by bare java.net.http and Jackson. Run by the profile {@code
 * benchmark}, never by the tests.
 */
@NullMarked
package io.github.servicelinkage.client.benchmark;

import org.jspecify.annotations.NullMarked;
