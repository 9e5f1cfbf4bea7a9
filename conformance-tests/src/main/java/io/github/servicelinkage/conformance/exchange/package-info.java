/** Requests, answers and how one becomes the other over HTTP. Nothing here judges an answer. */
@NullMarked
package io.github.servicelinkage.conformance.exchange;

import org.jspecify.annotations.NullMarked;
