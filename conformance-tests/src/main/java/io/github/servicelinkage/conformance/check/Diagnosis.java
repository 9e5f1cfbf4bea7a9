package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;

/** Finds out something about a gateway that no requirement judges. */
@FunctionalInterface
public interface Diagnosis {
    /** What the exchanges of a run show, a sentence for each finding. */
    List<Text> of(List<CaseExchange> exchanges);
}
