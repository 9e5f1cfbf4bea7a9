/**
 * The client of the service linkage API: {@link io.github.servicelinkage.client.LinkageClient}, the person it asks about
 * and what it answers. How a call travels is in {@code transport}, what can go wrong in {@code error}.
 */
@NullMarked
package io.github.servicelinkage.client;

import org.jspecify.annotations.NullMarked;
