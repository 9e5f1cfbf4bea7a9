/**
 * The client's sentences in Korean and English, and the checks of arguments that speak them. Internal; knows nothing of
 * calls.
 */
@NullMarked
package io.github.servicelinkage.client.message;

import org.jspecify.annotations.NullMarked;
