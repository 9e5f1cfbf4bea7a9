package io.github.servicelinkage.stub.mock;

import io.github.servicelinkage.stub.contract.ServerContract;
import io.vertx.core.buffer.Buffer;

/** Collects a request body up to one byte more than the limit; a body of one chunk is not copied. Not thread-safe. */
final class Body {
    private static final int KEPT = ServerContract.MAX_BODY_BYTES + 1;
    private static final Buffer NOTHING = Buffer.buffer(0);

    private final BodyMemory memory;
    private Buffer buffer = NOTHING;
    private boolean own;
    private boolean over;
    private long received;

    Body(BodyMemory memory) {
        this.memory = memory;
    }

    /** Adds a part, unless there is no memory left for it. */
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

    Buffer buffer() {
        return buffer;
    }

    long received() {
        return received;
    }

    /** Gives the memory back; nothing is kept from now on. */
    void end() {
        over = true;
        memory.giveBack(buffer.length());
        buffer = NOTHING;
    }

    /** Whether nobody waits for this body any more. */
    boolean isOver() {
        return over;
    }
}
