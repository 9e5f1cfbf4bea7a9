package io.github.servicelinkage.conformance.contract;

/** How binding a requirement is (RFC 2119). */
public enum Level {
    /** Breaking it makes a gateway non-conformant. */
    MUST,
    /** Breaking it gives a warning. */
    SHOULD,
    /** Either way is right; what a gateway does is told, not judged. */
    MAY
}
