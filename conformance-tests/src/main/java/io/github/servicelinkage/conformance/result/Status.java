package io.github.servicelinkage.conformance.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The outcome of a check in a word. */
public enum Status {
    /** The requirement holds. */
    PASSED,
    /** A MUST does not hold. */
    FAILED,
    /** A SHOULD does not hold, or a MUST holds by an exception. */
    WARNING,
    /** Nothing was judged: a subject is missing, or no response concerned the check. */
    SKIPPED,
    /** A MUST does not hold, and a waiver says that this is known. */
    WAIVED,
    /** The check could not be carried out. */
    ERROR;

    /** The name in reports. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
