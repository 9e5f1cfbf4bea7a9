package io.github.servicelinkage.conformance.check;

import java.util.UUID;

/** Free texts, of which no two are the same, in this run or in another. */
final class OwnFreeText {
    /** Stands for one until it is sent. */
    static final String PLACEHOLDER = "a new one each time";

    private static final int LENGTH = 20;

    private OwnFreeText() {}

    static String next() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
    }
}
