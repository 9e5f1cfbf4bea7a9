/**
 * What an observer sees of the attempts of a call, for metrics and tracing. Nothing here shows a person, an account or the
 * API key.
 */
@NullMarked
package io.github.servicelinkage.client.observe;

import org.jspecify.annotations.NullMarked;
