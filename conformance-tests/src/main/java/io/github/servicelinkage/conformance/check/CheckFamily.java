package io.github.servicelinkage.conformance.check;

import java.util.List;

/** The checks of a clause family; the name of the class is the family's code in the catalogue. */
@FunctionalInterface
interface CheckFamily {
    /** Its checks; those with the same requirement and operation become one. */
    List<Check> checks(PlanContext context);
}
