package io.github.servicelinkage.stub.mock;

/** What the unfinished request bodies of one event loop may take together. Not thread-safe: everything happens on the event loop. */
final class BodyMemory {
    private long free;

    BodyMemory(long bytes) {
        free = bytes;
    }

    /** Takes so many bytes, unless there are not so many left. */
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
