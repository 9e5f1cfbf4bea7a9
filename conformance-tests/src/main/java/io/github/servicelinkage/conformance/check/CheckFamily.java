package io.github.servicelinkage.conformance.check;

import java.util.List;

/** The checks of a clause family. */
@FunctionalInterface
interface CheckFamily {
    /** Its checks; those with the same requirement and operation become one. */
    List<Check> checks(Given given);
}
