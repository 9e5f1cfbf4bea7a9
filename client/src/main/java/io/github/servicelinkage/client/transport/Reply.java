package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.call.RawAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a call.
 *
 * @param call the call as it was sent
 * @param answer the answer as it came
 * @param body its body, read and validated; null below {@link Validating}
 */
public record Reply(Call call, RawAnswer answer, @Nullable Object body) {}
