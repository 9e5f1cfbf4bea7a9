package io.github.servicelinkage.client.transport;

import java.util.function.Supplier;

/**
 * Gives a call the {@code reqIdConsumer} by which it can be traced.
 *
 * @param next where the call goes on
 * @param requestIds makes the id of a call whose caller gave none
 */
record Identifying(Transport next, Supplier<String> requestIds) implements Transport {

    @Override
    public Reply send(Call call) {
        return next.send(call.withRequestId(call.options().requestId().orElseGet(requestIds)));
    }
}
