package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.buffer.Buffer;

/** Collects a request body up to one byte more than the limit; a body of one chunk is not copied. Not thread-safe. */
final class Body {
    private static final int KEPT = ServerContract.MAX_BODY_BYTES + 1;

    private Buffer buffer = Buffer.buffer();
    private boolean own;
    private long received;

    void add(Buffer chunk) {
        int room = KEPT - buffer.length();
        if (received == 0 && chunk.length() <= room) {
            buffer = chunk;
        } else if (room > 0) {
            buffer = own ? buffer : buffer.copy();
            own = true;
            buffer.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
        }
        received += chunk.length();
    }

    Buffer buffer() {
        return buffer;
    }

    long received() {
        return received;
    }
}
