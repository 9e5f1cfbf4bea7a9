package io.github.servicelinkage.stub.server;

/**
 * An amount of memory that the connections of one event loop share. It is not allocated, only counted: whoever gets none must do
 * without. Not thread-safe: everything happens on the event loop.
 */
final class Memory {
    private long free;

    Memory(long bytes) {
        free = bytes;
    }

    /** This share of the heap, but not more than a number of bytes, for one of several event loops. */
    static Memory ofHeap(int share, long atMost, int eventLoops) {
        return new Memory(Math.min(Runtime.getRuntime().maxMemory() / share, atMost) / eventLoops);
    }

    /** Takes this number of bytes; false if fewer are left. */
    boolean take(long bytes) {
        if (bytes > free) {
            return false;
        }
        free -= bytes;
        return true;
    }

    void giveBack(long bytes) {
        free += bytes;
    }
}
