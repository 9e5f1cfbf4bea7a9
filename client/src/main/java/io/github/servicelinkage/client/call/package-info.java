/**
 * What a call takes besides the person (options, retry policy, observer) and what it gives besides the result (the
 * answer as it came). Nothing here knows how a call is sent.
 */
@NullMarked
package io.github.servicelinkage.client.call;

import org.jspecify.annotations.NullMarked;
