/**
 * The lock of the contract: what generation gives, written down where a reviewer sees it change.
 * It lives here because this is the only module that sees both generated modules.
 */
@NullMarked
package io.github.servicelinkage.conformance.lock;

import org.jspecify.annotations.NullMarked;
