package io.github.servicelinkage.conformance.check;

import io.github.servicelinkage.conformance.message.Text;
import java.util.List;
import java.util.stream.Stream;

/** Finds out something about a gateway that no requirement judges. */
@FunctionalInterface
public interface Diagnosis {
    /** What the exchanges of a run show, a sentence for each finding. */
    List<Text> of(List<CaseExchange> exchanges);

    /** What several find out, one after the other. */
    static Diagnosis all(Diagnosis... parts) {
        return exchanges ->
                Stream.of(parts).flatMap(part -> part.of(exchanges).stream()).toList();
    }
}
