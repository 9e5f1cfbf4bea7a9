package io.github.servicelinkage.stub.server;

/** The memory that the unfinished request bodies of one event loop share. Not thread-safe: everything happens on the event loop. */
final class BodyMemory {
    private long free;

    BodyMemory(long bytes) {
        free = bytes;
    }

    /** Takes this number of bytes; false if fewer are left. */
    boolean take(int bytes) {
        if (bytes > free) {
            return false;
        }
        free -= bytes;
        return true;
    }

    void giveBack(int bytes) {
        free += bytes;
    }
}
