/** Requests, responses and how one becomes the other over HTTP. Nothing here judges a response. */
@NullMarked
package io.github.servicelinkage.conformance.exchange;

import org.jspecify.annotations.NullMarked;
