/**
 * The HTTP server: connections, limits, TLS, and how a response is sent. The only package that imports Vert.x and Netty; knows no
 * fault, no scenario and no person.
 */
@NullMarked
package io.github.servicelinkage.stub.server;

import org.jspecify.annotations.NullMarked;
