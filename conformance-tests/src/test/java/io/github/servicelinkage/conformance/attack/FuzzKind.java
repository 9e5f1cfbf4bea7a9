package io.github.servicelinkage.conformance.attack;

import java.util.List;

/**
 * One way into the kit.
 *
 * @param name what is attacked
 * @param seeds what inputs are made of
 * @param isMessage whether an input is an HTTP message with a length
 * @param player gives an input to its reader
 */
record FuzzKind(String name, List<byte[]> seeds, boolean isMessage, Player player) implements AutoCloseable {

    /** Gives an input to its reader. */
    interface Player extends AutoCloseable {
        /**
         * Plays an input.
         *
         * @param input the input
         * @return every text that came of it
         * @throws Exception if the reader did something that it must not do, or threw what it does not promise
         */
        List<String> play(byte[] input) throws Exception;

        @Override
        default void close() {}
    }

    /** What a reader must not do. */
    static final class Finding extends Exception {
        private static final long serialVersionUID = 1L;

        Finding(String what) {
            super(what);
        }
    }

    @Override
    public void close() {
        player.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
