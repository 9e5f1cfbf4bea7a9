package io.github.servicelinkage.client.transport;

import io.github.servicelinkage.client.error.LinkageException;
import io.github.servicelinkage.client.response.RawResponse;

/**
 * Carries the bytes of a call to the gateway and those of the response back. Implementations have one concern each and
 * delegate the rest to the next one; all are thread-safe.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a call from the calling thread.
     *
     * @param call the call
     * @return the response, whatever its status
     * @throws LinkageException if no complete response was received, or the thread was interrupted
     */
    RawResponse send(OutgoingCall call);
}
