package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.LinkageException;

/**
 * Carries a call to the gateway and its answer back. Implementations do one thing and hand the rest to the next one; all
 * are thread-safe.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Carries a call, in the calling thread.
     *
     * @param call the call
     * @return the gateway's reply
     * @throws LinkageException if there is no reply, or it is an error, or the thread was interrupted
     */
    Reply send(Call call);
}
