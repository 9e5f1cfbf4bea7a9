package io.github.servicelinkage.conformance.proof.plain;

import java.util.List;
import java.util.stream.Stream;

/** Every fault of this gateway; first come those that take their time. */
final class PlainFaults {
    private PlainFaults() {}

    static List<PlainFault> all() {
        return Stream.of(
                        KeyFaults.faults(),
                        BypassFaults.faults(),
                        PresenceFaults.faults(),
                        FormFaults.faults(),
                        JsonFaults.faults(),
                        HttpFaults.faults(),
                        DataFaults.faults(),
                        ErrorFaults.faults(),
                        PeopleFaults.faults(),
                        AccountFaults.faults(),
                        MemoryFaults.faults())
                .flatMap(List::stream)
                .toList();
    }
}
