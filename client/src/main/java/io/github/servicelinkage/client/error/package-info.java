/**
 * What can go wrong with a call, one class per meaning, none of them with personal data or the API key in its text.
 * Deciding which error an answer is belongs to the transport, not here.
 */
@NullMarked
package io.github.servicelinkage.client.error;

import org.jspecify.annotations.NullMarked;
