/**
 * What can go wrong with a call: one exception per meaning, none with personal data or the API key in its text. Which
 * exception a response becomes is decided elsewhere.
 */
@NullMarked
package io.github.servicelinkage.client.error;

import org.jspecify.annotations.NullMarked;
