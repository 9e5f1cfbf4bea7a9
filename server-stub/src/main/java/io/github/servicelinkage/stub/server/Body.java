package io.github.servicelinkage.stub.server;

import io.github.servicelinkage.stub.contract.ServerContract;
import io.github.servicelinkage.stub.exchange.Bytes;
import io.vertx.core.buffer.Buffer;

/** Collects a request body up to one byte more than the limit; a body of one chunk is copied only once. Not thread-safe. */
final class Body {
    private static final int KEPT = ServerContract.MAX_BODY_BYTES + 1;
    private static final Buffer NOTHING = Buffer.buffer(0);

    private final Memory memory;
    private Buffer buffer = NOTHING;
    private boolean own;
    private boolean over;
    private long received;

    Body(Memory memory) {
        this.memory = memory;
    }

    /** Adds a part; false if there is no memory left for it. */
    boolean add(Buffer chunk) {
        received += chunk.length();
        int kept = over ? 0 : Math.min(KEPT - buffer.length(), chunk.length());
        if (!memory.take(kept)) {
            return false;
        }
        if (received == kept) {
            buffer = chunk;
        } else if (kept > 0) {
            buffer = own ? buffer : buffer.copy();
            own = true;
            buffer.appendBuffer(chunk, 0, kept);
        }
        return true;
    }

    /** A copy of what has arrived. */
    Bytes bytes() {
        return Bytes.of(buffer.getBytes());
    }

    long received() {
        return received;
    }

    /** Releases the memory; nothing is kept from now on. */
    void end() {
        over = true;
        memory.giveBack(buffer.length());
        buffer = NOTHING;
    }

    /** Whether this body has ended. */
    boolean isOver() {
        return over;
    }
}
