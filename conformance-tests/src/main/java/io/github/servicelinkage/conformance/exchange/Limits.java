package io.github.servicelinkage.conformance.exchange;

/** What an exchange takes from a target at most, whatever the version of HTTP. */
final class Limits {
    /** One field, in bytes: room for a target that repeats the longest value of a check in it, percent-encoded. */
    static final int LONGEST_LINE = 256 << 10;
    /** All together, in bytes: heads, interim ones too, and the body with its framing. */
    static final int MOST_BYTES = 4 << 20;

    static final int MOST_FIELDS = 200;
    static final int LONGEST_BODY = 2 << 20;
    static final int MOST_INTERIM = 100;

    private Limits() {}
}
